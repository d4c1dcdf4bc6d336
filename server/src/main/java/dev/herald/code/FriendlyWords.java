package dev.herald.code;

import java.util.List;

/** Short cheerful words that tell two ambassadors of one name apart; none is two slips or fewer away from another. */
final class FriendlyWords {

    static final List<String> ALL = List.of("""
            JOY STAR WAVE BLOOM SUNNY HAPPY GOLD MAGIC RIVER OCEAN CANDY DANCE FOREST PEACH LUCKY
            MELODY BREEZE COMET GINGER HONEY JUNGLE KOALA LEMON MANGO QUEST ROCKET SUMMER TULIP VELVET
            WONDER YOGA ZEBRA BUTTERFLY CORAL DOLPHIN ENERGY FREEDOM GALAXY HORIZON ISLAND JASMINE
            KITE LAGOON MEADOW NATURE ORCHID PEPPER RAINBOW SUNRISE TROPIC UNICORN VIOLET WILLOW
            COOKIE ECHO FUDGE HUMMING FESTIVAL SKYLINE CARAMEL
            """.strip().split("\\s+"));

    private FriendlyWords() {}
}
