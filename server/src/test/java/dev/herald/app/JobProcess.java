package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.invite.MailServer;
import dev.herald.platform.DatabaseAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** A node that carries out tallies in a process of its own, so that it can be killed. Ends when its input does. */
record JobProcess(Process process) implements AutoCloseable {

    private static final String PASSWORD = "HERALD_TEST_PASSWORD";

    public static void main(String[] args) throws IOException {
        var address = new DatabaseAddress(args[0], args[1], Objects.requireNonNull(System.getenv(PASSWORD)));
        try (var _ = new Herald(address, InstantSource.system(), MailServer.NONE, TallyWork::on)) {
            System.out.println("ready");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    static JobProcess start(DatabaseAddress database) throws IOException {
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JobProcess.class.getName(),
                        database.url(),
                        database.user()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put(PASSWORD, database.password());
        var process = builder.start();
        assertThat(process.inputReader().readLine()).isEqualTo("ready");
        return new JobProcess(process);
    }

    /** As {@code kill -9}: it can do nothing more, not even say goodbye to the database. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
