package dev.herald.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many people can have their plain first name as a code, when they come one after another. */
final class CleanNamesTest {

    private static final FirstNames NAMES = FirstNames.ofTheUnitedStates();

    /**
     * The first figure is under the rule of two edits alone, the second with phonetic twins refused as well. At 300 people
     * the planner assumes .573, which these names do not give; its other figures are within .015.
     */
    @ParameterizedTest
    @CsvSource({
        "10, 200, .960, .959",
        "50, 200, .841, .839",
        "300, 20, .534, .527",
        "1000, 4, .311, .304",
        "5000, 1, .123, .119"
    })
    void are_as_many_as_two_edits_leave(int people, int draws, double byEdits, double withTwins) {
        var random = new SplittableRandom(people);
        var edits = 0.0;
        var twins = 0.0;
        for (var draw = 0; draw < draws; draw++) {
            var seed = random.nextLong();
            edits += share(people, seed, CleanNamesTest::areClose);
            twins += share(people, seed, (one, other) -> areClose(one, other) || Sounds.areTwins(one, other));
        }
        assertThat(edits / draws).isCloseTo(byEdits, within(.02));
        assertThat(twins / draws).isCloseTo(withTwins, within(.02));
    }

    private static double share(int people, long seed, BiPredicate<String, String> clash) {
        var random = new SplittableRandom(seed);
        var live = new ArrayList<String>();
        var decided = new HashSet<String>();
        var clean = 0;
        for (var i = 0; i < people; i++) {
            var code = NAMES.draw(random) + "20";
            if (decided.add(code) && live.stream().noneMatch(other -> clash.test(code, other))) {
                live.add(code);
                clean++;
            }
        }
        return (double) clean / people;
    }

    private static boolean areClose(String one, String other) {
        return Math.abs(one.length() - other.length()) <= 2
                && Edits.between(Spelling.skeleton(one), Spelling.skeleton(other)) <= 2;
    }
}
