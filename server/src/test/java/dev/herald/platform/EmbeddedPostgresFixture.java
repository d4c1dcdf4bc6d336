package dev.herald.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A data folder of its own for each test, and what tests do with the server in it. */
abstract class EmbeddedPostgresFixture {

    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    Path temporary;

    final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    Path folder = Path.of("");
    Path lentPrograms = Path.of("");

    @BeforeEach
    void everybody_may_enter_the_folder() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        folder = Files.createDirectory(temporary.resolve("data"));
        lentPrograms = TestPostgres.lendPrograms(folder);
    }

    @AfterEach
    void no_server_is_left_behind() throws IOException {
        if (Files.isSymbolicLink(lentPrograms)) {
            Files.delete(lentPrograms);
        }
        if (Files.exists(database())) {
            postmaster().ifPresent(EmbeddedPostgresFixture::kill);
        }
    }

    EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, said::add);
    }

    /** Runs {@link LonelyServer} and returns when its server is ready. */
    Process startInAnotherProcess() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java, "-cp", System.getProperty("java.class.path"), LonelyServer.class.getName(), folder.toString());
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).startsWith("ready");
        return process;
    }

    void await(String beginning) throws InterruptedException {
        String line;
        do {
            line = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(line).as("waiting for: " + beginning).isNotNull();
        } while (line == null || !line.startsWith(beginning));
    }

    Path database() {
        return folder.resolve("database");
    }

    Optional<ProcessHandle> postmaster() throws IOException {
        return Postmaster.of(database()).map(Postmaster::process);
    }

    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    static void signal(String name, long process) throws Exception {
        assertThat(new ProcessBuilder("kill", name, Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
    }

    static String setting(EmbeddedPostgres postgres, String name) throws SQLException {
        return value(postgres, "show " + name);
    }

    static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String value(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres)) {
            return value(connection, sql);
        }
    }

    static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return TestPostgres.connect(postgres.address());
    }
}
