package dev.herald.code;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./dev fuzz}: mangled texts, the same ones each time. */
final class CodeLawsTest {

    private static final int TEXTS = 2_000;

    private static final List<String> SEEDS = List.of(
            "MIA20",
            "SPRING-####",
            "Zoë de la Cruz",
            "陈伟",
            "Иван20",
            "محمد٢٠",
            "가나다",
            "ガ１０",
            "ⓂⒾⒶ⑳",
            "Straße ##",
            "@mia.glow",
            "A55");

    private static final int[] ODD = {
        0, 0x1B, ' ', '#', '-', '_', '%', '1', 'ß', 0xAD, 0x301, 0x345, 0x3C2, 0x130, 0x131, 0x1160, 0x1100, 0x180E,
        0x200B, 0x202E, 0x2044, 0x20E3, 0x2160, 0x3099, 0x309A, 0x3164, 0xAC00, 0xD83C, 0xDC00, 0xFB03, 0xFDFA, 0xFE0F,
        0xFEFF, 0xFF03, 0xFFFD, 0xFFFF
    };

    @Test
    void hold_for_mangled_texts() {
        var random = new SplittableRandom(20);
        for (var i = 0; i < TEXTS; i++) {
            var text = mangled(random);
            try {
                CodeLaws.holdFor(text);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("A law does not hold for " + escaped(text), e);
            }
        }
    }

    private static String mangled(RandomGenerator random) {
        var text = new StringBuilder(seed(random));
        for (var changes = random.nextInt(8); changes > 0; changes--) {
            var place = random.nextInt(text.length() + 1);
            switch (random.nextInt(6)) {
                case 0 -> text.insert(place, (char) ODD[random.nextInt(ODD.length)]);
                case 1 -> text.insert(place, (char) random.nextInt(0x10000));
                case 2 -> text.insert(place, Character.toString(random.nextInt(0x110000)));
                case 3 -> text.insert(place, seed(random));
                case 4 -> text.delete(place, Math.min(text.length(), place + 1 + random.nextInt(3)));
                default ->
                    text.insert(
                            place,
                            text.substring(random.nextInt(place + 1), place).repeat(random.nextInt(4)));
            }
        }
        return text.toString();
    }

    private static String seed(RandomGenerator random) {
        return SEEDS.get(random.nextInt(SEEDS.size()));
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(letter -> escaped.append("\\u%04X".formatted(letter)));
        return escaped.toString();
    }
}
