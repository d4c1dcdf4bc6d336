package dev.herald.bench;

import dev.herald.platform.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link BenchServer} that runs as a child of this process. */
record ChildServer(Process process, int herald, int plain) implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    static ChildServer start(DatabaseAddress address, Stock stock) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx1g"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BenchServer.class.getName()));
        command.addAll(List.of(address.url(), address.user()));
        stock.brands().forEach(brand -> command.add(Long.toString(brand.value())));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put(BenchServer.PASSWORD, address.password());
        var process = builder.start();
        var ports = process.inputReader().readLine();
        if (ports == null) {
            throw new IOException("The server did not start");
        }
        var split = ports.split(" ", -1);
        return new ChildServer(process, Integer.parseInt(split[0]), Integer.parseInt(split[1]));
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
