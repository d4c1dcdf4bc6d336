package dev.herald.bench.faults;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What clients asked and what they were told, in a file outside the system under test, in the order in which it
 * happened. It is only ever added to; a line is in the file before the client goes on.
 */
final class History implements AutoCloseable {

    /** The status of a request that got no answer. */
    static final int NO_ANSWER = 0;

    /** Why something is reserved that nobody wants for long. */
    static final String BRIEFLY = "briefly";

    private static final char SEPARATOR = '\t';

    /** What can be asked for. A claim redeems what was reserved. */
    enum Deed {
        REDEEM,
        REVERSE,
        RESERVE,
        CLAIM,
        RELEASE
    }

    /** One line of a history. */
    sealed interface Line {}

    /**
     * Something asked for, perhaps several times, under a number of its own.
     *
     * @param amount of the order; of a reversal what is to be undone, 0 for all that stands
     * @param subject the number of what is reversed, claimed or released; its own number for the rest
     * @param reason of a reversal; {@link #BRIEFLY} for a hold that is left to expire; else ""
     */
    record Asked(
            int number,
            Deed deed,
            String campaign,
            String code,
            String customer,
            String order,
            long amount,
            int subject,
            String reason)
            implements Line {

        /** The same for every time it is asked. */
        String key() {
            return "key-" + order + "-" + number;
        }

        boolean expires() {
            return reason.equals(BRIEFLY);
        }

        /** Whether a redemption comes of it. */
        boolean redeems() {
            return deed == Deed.REDEEM || deed == Deed.CLAIM;
        }

        /** Whether it may give a slot, a turn or money back. */
        boolean givesBack() {
            return deed == Deed.RELEASE || (deed == Deed.REVERSE && !reason.equals("chargeback"));
        }
    }

    /** An answer to one of the times that something was asked for. */
    record Told(int number, int status, String body) implements Line {

        boolean accepts() {
            return status >= 200 && status < 300;
        }

        /** An answer that says neither yes nor no. */
        boolean leavesOpen() {
            return status == NO_ANSWER || status == 503;
        }
    }

    /** From here on nothing is broken any more, and nothing is under way from before. */
    record Calm() implements Line {}

    /** From here on nothing is given back either; of several, this is true of the last. */
    record Still() implements Line {}

    private final BufferedWriter file;

    private History(BufferedWriter file) {
        this.file = file;
    }

    static History in(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new History(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Line line) {
        switch (line) {
            case Asked one ->
                write(
                        "asked",
                        one.number(),
                        one.deed(),
                        one.campaign(),
                        one.code(),
                        one.customer(),
                        one.order(),
                        one.amount(),
                        one.subject(),
                        one.reason());
            case Told one -> write("told", one.number(), one.status(), one.body());
            case Calm() -> write("calm");
            case Still() -> write("still");
        }
    }

    private synchronized void write(Object... fields) {
        try {
            for (int i = 0; i < fields.length; i++) {
                if (i > 0) {
                    file.write(SEPARATOR);
                }
                file.write(fields[i].toString().replaceAll("[\\t\\r\\n]", " "));
            }
            file.write('\n');
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Line> read(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(History::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        var field = text.split(String.valueOf(SEPARATOR), -1);
        return switch (field[0]) {
            case "asked" ->
                new Asked(
                        Integer.parseInt(field[1]),
                        Deed.valueOf(field[2]),
                        field[3],
                        field[4],
                        field[5],
                        field[6],
                        Long.parseLong(field[7]),
                        Integer.parseInt(field[8]),
                        field[9]);
            case "told" -> new Told(Integer.parseInt(field[1]), Integer.parseInt(field[2]), field[3]);
            case "calm" -> new Calm();
            case "still" -> new Still();
            default -> throw new IllegalArgumentException("Not a line of a history: " + text);
        };
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
