package dev.herald.bench;

import dev.herald.insight.Dimension;
import dev.herald.insight.Segment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The households of the data set Complete Journey.
 *
 * @param targeted those whom each campaign was sent to
 * @param redeemed those of them who used any of its codes
 * @param known what is known of a household; of some nothing is
 */
record Households(
        Map<Integer, List<Integer>> targeted, Map<Integer, Set<Integer>> redeemed, Map<Integer, List<Segment>> known) {

    private static final String FOLDER = "completejourney/";

    static Households load() {
        var targeted = new TreeMap<Integer, Set<Integer>>();
        for (var row : rows("campaigns.csv")) {
            targeted.computeIfAbsent(row.number("campaign_id"), _ -> new TreeSet<>())
                    .add(row.number("household_id"));
        }
        var redeemed = new TreeMap<Integer, Set<Integer>>();
        for (var row : rows("coupon_redemptions.csv")) {
            redeemed.computeIfAbsent(row.number("campaign_id"), _ -> new HashSet<>())
                    .add(row.number("household_id"));
        }
        var lists = new TreeMap<Integer, List<Integer>>();
        targeted.forEach((campaign, households) -> {
            lists.put(campaign, List.copyOf(households));
            redeemed.computeIfAbsent(campaign, _ -> new HashSet<>()).retainAll(households);
        });
        return new Households(lists, redeemed, demographics());
    }

    /** Each attribute is a word of its own; a household without any is not in it. */
    private static Map<Integer, List<Segment>> demographics() {
        var known = new HashMap<Integer, List<Segment>>();
        for (var row : rows("demographics.csv")) {
            var segments = new ArrayList<Segment>();
            for (var name : row.names()) {
                var value = row.text(name);
                if (!name.equals("household_id") && !value.isEmpty() && !value.equals("NA")) {
                    segments.add(Segment.of(Dimension.TAG, name.replace('_', ' ') + ' ' + value));
                }
            }
            known.put(row.number("household_id"), List.copyOf(segments));
        }
        return known;
    }

    private record Row(List<String> names, List<String> values) {

        String text(String name) {
            return values.get(names.indexOf(name));
        }

        int number(String name) {
            return Integer.parseInt(text(name));
        }
    }

    /** No cell of these files has a comma or a quote in it. */
    private static List<Row> rows(String file) {
        var in = Objects.requireNonNull(Households.class.getClassLoader().getResourceAsStream(FOLDER + file));
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var lines = reader.lines().toList();
            var names = List.of(lines.getFirst().split(",", -1));
            return lines.stream()
                    .skip(1)
                    .map(line -> new Row(names, List.of(line.split(",", -1))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
