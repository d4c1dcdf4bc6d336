package dev.herald.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads from Linux how much processor time was used, and how much of it another machine took away. */
final class ProcessorTime {

    /** What a clock tick of /proc is on every Linux that Java runs on. */
    private static final long TICK_MICROS = 10_000;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_SYSTEM = 14;

    /**
     * The processors' ticks since the machine started.
     *
     * @param stolen those that the host gave to others while we wanted to run
     */
    record Ticks(long all, long stolen) {

        /** Reads the first line of /proc/stat: cpu, user, nice, system, idle, iowait, irq, softirq, steal, … */
        static Ticks of(String line) {
            var fields = line.trim().split("\\s+", -1);
            long all = 0;
            // What follows steal is guests' time, which is a part of user and nice.
            for (int i = 1; i <= 8; i++) {
                all += Long.parseLong(fields[i]);
            }
            return new Ticks(all, Long.parseLong(fields[8]));
        }

        static Ticks now() {
            return of(lines(Path.of("/proc/stat")).getFirst());
        }

        /** The share from 0 to 1 of the time since {@code earlier} that was stolen. */
        double stealSince(Ticks earlier) {
            return all == earlier.all ? 0 : (double) (stolen - earlier.stolen) / (all - earlier.all);
        }
    }

    private ProcessorTime() {}

    /** Microseconds that a process has used so far, without those it started; 0 if it has ended. */
    static long ofProcess(ProcessHandle process) {
        return micros(process, SYSTEM);
    }

    /** Microseconds that a process and all it started, living or ended, have used so far. */
    static long ofFamily(ProcessHandle process) {
        var living = process.descendants().mapToLong(child -> micros(child, CHILDREN_SYSTEM));
        return living.sum() + micros(process, CHILDREN_SYSTEM);
    }

    private static long micros(ProcessHandle process, int last) {
        try {
            var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return ticks(stat, last) * TICK_MICROS;
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * Adds up times of /proc/PID/stat: user, system, ended children's user, ended children's system. The name before
     * them may hold blanks and brackets.
     */
    static long ticks(String stat, int last) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int i = USER; i <= last; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks;
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("The benchmark reads " + file + ": run it on Linux", e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
