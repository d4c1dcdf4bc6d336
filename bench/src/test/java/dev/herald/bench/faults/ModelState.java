package dev.herald.bench.faults;

import dev.herald.bench.faults.Errand.Wish;
import dev.herald.bench.faults.Found.Hold;
import dev.herald.bench.faults.Found.Row;
import dev.herald.bench.faults.Found.Undone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the model of a shop stores. A restart builds it anew from the changes that are durable. */
final class ModelState {

    final List<Row> rows = new ArrayList<>();
    final List<Undone> reversals = new ArrayList<>();
    final Map<String, Hold> holds = new LinkedHashMap<>();
    final Map<String, Wish> wishes = new HashMap<>();
    final Map<String, String> replies = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();

    long count(String what) {
        return counts.getOrDefault(what, 0L);
    }

    void add(String what, long number) {
        counts.merge(what, number, Long::sum);
    }

    Optional<Row> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    Optional<Row> rowOf(String order) {
        return rows.stream().filter(row -> row.order().equals(order)).findFirst();
    }

    Optional<Hold> holdOf(String order) {
        return holds.values().stream()
                .filter(hold -> hold.order().equals(order))
                .findFirst();
    }
}
