package dev.herald.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Real first names, the most frequent first, and people drawn from them by frequency. */
record FirstNames(List<String> names, long[] births) {

    static FirstNames ofTheUnitedStates() {
        try (var file =
                Objects.requireNonNull(FirstNames.class.getResourceAsStream("/names/us_first_names_1990_2009.csv"))) {
            var rows = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
            var upTo = rows.stream().mapToLong(row -> Long.parseLong(row[1])).toArray();
            Arrays.parallelPrefix(upTo, Long::sum);
            return new FirstNames(rows.stream().map(row -> row[0]).toList(), upTo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String draw(RandomGenerator random) {
        var place = Arrays.binarySearch(births, random.nextLong(births[births.length - 1]) + 1);
        return names.get(place < 0 ? -place - 1 : place);
    }
}
