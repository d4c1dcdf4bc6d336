package dev.herald.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** People with real first names, drawn by how many have them, and made-up surnames. */
final class People {

    private static final List<String> BEGINNINGS = List.of(
            "Ash", "Bar", "Black", "Brad", "Car", "Clay", "Dal", "Dun", "East", "Ed", "Fair", "Gar", "Hal", "Har",
            "Hol", "Hunt", "John", "King", "Lang", "Mil", "Mor", "New", "Nor", "Pres", "Rad", "Rich", "Rob", "San",
            "Shel", "Stan", "Thorn", "Wal", "West", "Whit", "Wil", "Wood");

    private static final List<String> ENDINGS = List.of(
            "berg", "bury", "by", "den", "ers", "field", "ford", "ham", "land", "ley", "man", "mer", "more", "ner",
            "ridge", "sen", "son", "ston", "ter", "ton", "well", "worth");

    private final List<String> names;
    private final long[] upTo;

    private People(List<String> names, long[] upTo) {
        this.names = names;
        this.upTo = upTo;
    }

    static People ofTheUnitedStates() {
        try (var file =
                Objects.requireNonNull(People.class.getResourceAsStream("/names/us_first_names_1990_2009.csv"))) {
            var rows = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
            var upTo = rows.stream().mapToLong(row -> Long.parseLong(row[1])).toArray();
            Arrays.parallelPrefix(upTo, Long::sum);
            return new People(rows.stream().map(row -> row[0]).toList(), upTo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** First name, blank, surname. */
    String draw(RandomGenerator random) {
        var place = Arrays.binarySearch(upTo, random.nextLong(upTo[upTo.length - 1]) + 1);
        var first = names.get(place < 0 ? -place - 1 : place);
        return first + " " + drawn(BEGINNINGS, random) + drawn(ENDINGS, random);
    }

    private static String drawn(List<String> parts, RandomGenerator random) {
        return parts.get(random.nextInt(parts.size()));
    }
}
