package dev.herald.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What clients asked and what they were told, in a file outside the system under test, in the order in which it
 * happened. It is only ever added to; a line is in the file before the client goes on.
 */
final class History implements AutoCloseable {

    /** The status of a request that got no answer. */
    static final int NO_ANSWER = 0;

    private static final char SEPARATOR = '\t';

    /** A redemption asked for, perhaps several times; its order is its own. */
    record Asked(int number, String campaign, String code, String customer, String order, long amount) {

        /** The same for every time it is asked. */
        String key() {
            return "key-" + order;
        }
    }

    /** An answer to one of the times that a redemption was asked for. */
    record Told(int number, int status, String body) {}

    /** All that was written. */
    record Transcript(List<Asked> asked, List<Told> told) {

        Transcript {
            asked = List.copyOf(asked);
            told = List.copyOf(told);
        }
    }

    private final BufferedWriter file;

    private History(BufferedWriter file) {
        this.file = file;
    }

    static History in(Path file) {
        try {
            return new History(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void asked(Asked one) {
        write("asked", one.number(), one.campaign(), one.code(), one.customer(), one.order(), one.amount());
    }

    void told(Told one) {
        write("told", one.number(), one.status(), one.body());
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

    static Transcript read(Path file) {
        var asked = new ArrayList<Asked>();
        var told = new ArrayList<Told>();
        try {
            for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                var field = line.split(String.valueOf(SEPARATOR), -1);
                var number = Integer.parseInt(field[1]);
                if (field[0].equals("asked")) {
                    asked.add(new Asked(number, field[2], field[3], field[4], field[5], Long.parseLong(field[6])));
                } else {
                    told.add(new Told(number, Integer.parseInt(field[2]), field[3]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Transcript(asked, told);
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
