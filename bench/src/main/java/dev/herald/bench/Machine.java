package dev.herald.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/** What a figure depends on besides the program: the machine it was measured on. */
final class Machine {

    private static final int SYNCS = 200;
    private static final int PAGE = 8192;

    private Machine() {}

    static String describe(Path folder, String postgres) {
        return String.format(
                Locale.ROOT,
                "%s, PostgreSQL %s, sync of 8 kB %.2f ms (median of %d), load %s",
                withoutDatabase(),
                postgres,
                syncMillis(folder),
                SYNCS,
                load());
    }

    static String withoutDatabase() {
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %.0f GB, Java %s",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                memoryGigabytes(),
                Runtime.version());
    }

    /** The load average over one minute: how many wanted to run. */
    static String load() {
        return ProcessorTime.lines(Path.of("/proc/loadavg")).getFirst().split(" ", 2)[0];
    }

    /** How long the disk takes to make one page durable: the floor of every commit. */
    static double syncMillis(Path folder) {
        var nanos = new long[SYNCS];
        try {
            var file = Files.createTempFile(folder, "sync", ".tmp");
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                var page = ByteBuffer.allocateDirect(PAGE);
                for (int i = 0; i < SYNCS; i++) {
                    var start = System.nanoTime();
                    channel.write(page.clear(), (long) i * PAGE);
                    channel.force(false);
                    nanos[i] = System.nanoTime() - start;
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Arrays.sort(nanos);
        return nanos[SYNCS / 2] / 1e6;
    }

    private static String processor() {
        return ProcessorTime.lines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static double memoryGigabytes() {
        var kilobytes = ProcessorTime.lines(Path.of("/proc/meminfo")).getFirst().replaceAll("[^0-9]", "");
        return Long.parseLong(kilobytes) / 1e6;
    }
}
