package dev.herald.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What all runs together did and found, kept in a file. */
final class Totals {

    private static final String NEXT_SEED = "next_seed";
    private static final String STRIKE = "strike.";

    private final Path file;
    private final TreeMap<String, Long> counts = new TreeMap<>();

    private Totals(Path file) {
        this.file = file;
    }

    static Totals in(Path file) {
        var totals = new Totals(file);
        if (Files.exists(file)) {
            var kept = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            kept.stringPropertyNames().forEach(name -> totals.counts.put(name, Long.parseLong(kept.getProperty(name))));
        }
        return totals;
    }

    /** Where to go on. */
    long nextSeed() {
        return counts.getOrDefault(NEXT_SEED, 1L);
    }

    void goOnAfter(long seed) {
        counts.merge(NEXT_SEED, seed + 1, Math::max);
    }

    long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    void add(String what, long number) {
        counts.merge(what, number, Long::sum);
    }

    void addStrike(Fault fault) {
        add(STRIKE + fault.name().toLowerCase(Locale.ROOT), 1);
    }

    /** Replaces the file at once, so that a run that is ended in between spoils nothing. */
    void keep() {
        var next = file.resolveSibling(file.getFileName() + ".new");
        var text = counts.entrySet().stream()
                .map(count -> count.getKey() + "=" + count.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        var strikes = counts.entrySet().stream()
                .filter(count -> count.getKey().startsWith(STRIKE))
                .map(count -> "  " + count.getKey().substring(STRIKE.length()) + " " + count.getValue())
                .collect(Collectors.joining("\n"));
        return String.format(
                Locale.ROOT,
                "%d cycles, %d strikes; %d asked for, %d acknowledged, %d declined, %d unknown of which %d resolved; "
                        + "%d broken promises%n%s",
                of("cycles"),
                counts.entrySet().stream()
                        .filter(count -> count.getKey().startsWith(STRIKE))
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                of("asked"),
                of("acknowledged"),
                of("declined"),
                of("unknown"),
                of("resolved"),
                of("broken"),
                strikes);
    }
}
