package dev.herald.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/** The product the way a person starts it, in a process and a folder of its own. */
final class Product implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Product.class.getName());

    private static final String END = "";
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path folder;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> told = new ArrayList<>();

    private Product(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        // Read to the end: a process whose output nobody takes would stop.
        Thread.ofVirtual().start(() -> {
            process.inputReader(StandardCharsets.UTF_8).lines().forEach(line -> {
                LOG.info(line);
                lines.add(line);
            });
            lines.add(END);
        });
    }

    /** Runs a command of Herald's that serves, on a free port. */
    static Product start(String... command) throws IOException {
        var folder = Files.createTempDirectory("herald-e2e");
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                "dev.herald.app.Main"));
        words.addAll(List.of(command));
        words.addAll(List.of("--port", Integer.toString(freePort()), "--data", folder.toString()));
        return new Product(new ProcessBuilder(words).redirectErrorStream(true).start(), folder);
    }

    /** What follows a beginning such as "Console: " in the first line that has it. */
    String told(String beginning) throws IOException {
        while (true) {
            var known = told.stream().filter(line -> line.startsWith(beginning)).findFirst();
            if (known.isPresent()) {
                return known.get().substring(beginning.length());
            }
            told.add(nextLine(beginning));
        }
    }

    private String nextLine(String wanted) throws IOException {
        try {
            var line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null || (line.equals(END) && !process.isAlive())) {
                throw new IOException("It did not say " + wanted);
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
