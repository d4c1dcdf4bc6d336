package dev.herald.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    Path temporary;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private Path folder = Path.of("");
    private Path lentPrograms = Path.of("");

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
            postmaster().ifPresent(EmbeddedPostgresTest::kill);
        }
    }

    @Nested
    class A_new_folder {

        @Test
        void becomes_a_durable_utf8_database_that_asks_for_a_password() throws Exception {
            try (var postgres = start()) {
                assertThat(setting(postgres, "fsync")).isEqualTo("on");
                assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
                assertThat(setting(postgres, "full_page_writes")).isEqualTo("on");
                assertThat(setting(postgres, "data_checksums")).isEqualTo("on");
                assertThat(setting(postgres, "password_encryption")).isEqualTo("scram-sha-256");
                assertThat(setting(postgres, "server_encoding")).isEqualTo("UTF8");
                assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
                assertThatThrownBy(() -> DriverManager.getConnection(
                                postgres.address().url(), postgres.address().user(), "guess"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
        }

        @Test
        void keeps_its_password_for_its_owner_alone() throws Exception {
            try (var postgres = start()) {
                var file = folder.resolve("database.password");
                assertThat(Files.readString(file).strip())
                        .isEqualTo(postgres.address().password())
                        .hasSizeGreaterThan(20);
                assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
                assertThat(folder.resolve("initdb.password")).doesNotExist();
            }
        }

        @Test
        void is_made_anew_when_the_making_was_interrupted() throws Exception {
            Files.delete(lentPrograms);
            Files.createDirectories(folder.resolve(lentPrograms.getFileName() + ".new/bin"));
            Files.createDirectories(folder.resolve("database.new/base"));
            try (var postgres = start()) {
                assertThat(setting(postgres, "fsync")).isEqualTo("on");
            }
        }
    }

    @Nested
    class A_second_start {

        @Test
        void finds_what_the_first_one_wrote_with_the_same_password() throws Exception {
            String password;
            try (var postgres = start()) {
                password = postgres.address().password();
                execute(postgres, "create table kept as select 42 as answer");
            }
            assertThat(postmaster()).isEmpty();
            said.clear();
            try (var postgres = start()) {
                assertThat(postgres.address().password()).isEqualTo(password);
                assertThat(value(postgres, "select answer from kept")).isEqualTo("42");
                assertThat(said).isEmpty();
            }
        }

        @Test
        void refuses_a_folder_that_another_herald_uses() {
            try (var postgres = start()) {
                assertThat(postgres.port()).isPositive();
                assertThatThrownBy(EmbeddedPostgresTest.this::start)
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining("in use by another Herald (process "
                                + ProcessHandle.current().pid() + ")")
                        .hasMessageContaining("--data");
            }
        }

        @Test
        void refuses_data_of_another_major_version_and_says_the_way_out() throws Exception {
            start().close();
            Files.writeString(database().resolve("PG_VERSION"), "17\n");
            assertThatThrownBy(EmbeddedPostgresTest.this::start)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("was made by PostgreSQL 17")
                    .hasMessageContaining("pg_dump");
        }

        @Test
        void refuses_to_make_up_a_new_password_for_old_data() throws Exception {
            start().close();
            Files.delete(folder.resolve("database.password"));
            assertThatThrownBy(EmbeddedPostgresTest.this::start)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("lost its password");
            assertThat(folder.resolve("database.password")).doesNotExist();
        }

        @Test
        void says_in_one_line_why_the_server_does_not_start() throws Exception {
            start().close();
            Files.writeString(database().resolve("postgresql.auto.conf"), "no_such_setting = 1\n");
            assertThatThrownBy(EmbeddedPostgresTest.this::start)
                    .isInstanceOf(StartRefused.class)
                    .message()
                    .contains("PostgreSQL does not start", "postgres.log")
                    .doesNotContain("\n");
        }
    }

    @Nested
    class An_impossible_folder {

        @Test
        void is_a_file() throws Exception {
            folder = Files.writeString(temporary.resolve("file"), "not a folder");
            assertThatThrownBy(EmbeddedPostgresTest.this::start)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("is not a folder")
                    .hasMessageContaining("--data");
        }

        @Test
        void cannot_be_written_to() {
            folder = Path.of("/proc/herald");
            assertThatThrownBy(EmbeddedPostgresTest.this::start)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("/proc/herald cannot be used");
        }
    }

    @Nested
    class Attaching {

        @Test
        void reaches_the_server_of_the_herald_that_runs_and_leaves_it_running() throws Exception {
            try (var postgres = start()) {
                try (var attached = EmbeddedPostgres.attach(folder).orElseThrow()) {
                    assertThat(attached.port()).isEqualTo(postgres.port());
                    assertThat(value(attached, "select 1")).isEqualTo("1");
                }
                assertThat(value(postgres, "select 1")).isEqualTo("1");
            }
        }

        @Test
        void learns_where_people_reach_that_herald() {
            try (var postgres = start();
                    var attached = EmbeddedPostgres.attach(folder).orElseThrow()) {
                assertThat(attached.published()).isEmpty();
                postgres.publish("http://127.0.0.1:8080");
                assertThat(attached.published()).isEqualTo("http://127.0.0.1:8080");
            }
        }

        @Test
        void finds_nothing_in_a_folder_that_nobody_uses() {
            assertThat(EmbeddedPostgres.attach(folder)).isEmpty();
            start().close();
            assertThat(EmbeddedPostgres.attach(folder)).isEmpty();
        }
    }

    @Nested
    class A_killed_server {

        @Test
        void comes_back_on_the_same_port_with_all_that_was_committed() throws Exception {
            try (var postgres = start()) {
                execute(postgres, "create table kept as select 42 as answer");
                kill(postmaster().orElseThrow());
                await("PostgreSQL is back");
                assertThat(value(postgres, "select answer from kept")).isEqualTo("42");
            }
        }

        @Test
        void comes_back_although_its_last_process_is_still_busy() throws Exception {
            try (var postgres = start();
                    var busy = connect(postgres);
                    var statement = busy.createStatement()) {
                var stopped = Long.parseLong(value(busy, "select pg_backend_pid()"));
                signal("-STOP", stopped);
                kill(postmaster().orElseThrow());
                await("PostgreSQL has died");
                signal("-KILL", stopped);
                await("PostgreSQL is back");
                assertThatThrownBy(() -> statement.execute("select 1")).isInstanceOf(SQLException.class);
                assertThat(value(postgres, "select 1")).isEqualTo("1");
            }
        }
    }

    @Nested
    class A_server_that_a_killed_herald_left_behind {

        @Test
        void is_taken_over() throws Exception {
            var first = startInAnotherProcess();
            var leftOver = postmaster().orElseThrow();
            first.destroyForcibly().waitFor();
            try (var postgres = start()) {
                assertThat(postmaster()).contains(leftOver);
                assertThat(value(postgres, "select 1")).isEqualTo("1");
                assertThat(said).anyMatch(line -> line.startsWith("Taking over"));
            }
            assertThat(postmaster()).isEmpty();
        }

        @Test
        void is_stopped_if_it_does_not_let_us_in() throws Exception {
            var first = startInAnotherProcess();
            var leftOver = postmaster().orElseThrow();
            first.destroyForcibly().waitFor();
            Files.writeString(database().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 reject\n");
            signal("-HUP", leftOver.pid());
            try (var _ = start()) {
                assertThat(said).anyMatch(line -> line.startsWith("Stopping the PostgreSQL left behind"));
                assertThat(postmaster()).isPresent().get().isNotEqualTo(leftOver);
            }
        }

        @Test
        void is_no_obstacle_when_only_its_file_is_left_and_another_program_has_its_number() throws Exception {
            start().close();
            Files.writeString(
                    database().resolve("postmaster.pid"),
                    ProcessHandle.current().pid() + "\n" + database() + "\n1\n5432\n\n127.0.0.1\n\nready\n");
            try (var postgres = start()) {
                assertThat(value(postgres, "select 1")).isEqualTo("1");
            }
        }
    }

    @Nested
    class As_root {

        @BeforeEach
        void only_root() throws IOException {
            assumeTrue(new UnixSystem().getUid() == 0, "runs as root only");
            Files.delete(lentPrograms);
        }

        @Test
        void the_server_runs_as_a_user_without_rights() throws Exception {
            try (var postgres = start()) {
                assertThat(postgres.port()).isPositive();
                assertThat(Files.getOwner(database()).getName()).isNotEqualTo("root");
                assertThat(effectiveUser(postmaster().orElseThrow())).isNotEqualTo("0");
                assertThat(said).anyMatch(line -> line.startsWith("PostgreSQL refuses to run as root: running it as "));
            }
        }

        @Test
        void a_folder_that_nobody_else_may_enter_works_in_a_namespace() throws Exception {
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx------"));
            try (var postgres = start()) {
                execute(postgres, "create table kept as select 42 as answer");
                assertThat(said).anyMatch(line -> line.contains("in a namespace of its own"));
            }
            try (var postgres = start()) {
                assertThat(value(postgres, "select answer from kept")).isEqualTo("42");
            }
        }

        private static String effectiveUser(ProcessHandle process) throws IOException {
            return Files.readString(Path.of("/proc/" + process.pid() + "/status"))
                    .lines()
                    .filter(line -> line.startsWith("Uid:"))
                    .map(line -> line.split("\t", -1)[2])
                    .findFirst()
                    .orElseThrow();
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, said::add);
    }

    /** Runs {@link LonelyServer} and returns when its server is ready. */
    private Process startInAnotherProcess() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java, "-cp", System.getProperty("java.class.path"), LonelyServer.class.getName(), folder.toString());
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).startsWith("ready");
        return process;
    }

    private void await(String beginning) throws InterruptedException {
        String line;
        do {
            line = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(line).as("waiting for: " + beginning).isNotNull();
        } while (line == null || !line.startsWith(beginning));
    }

    private Path database() {
        return folder.resolve("database");
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        return Postmaster.of(database()).map(Postmaster::process);
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static void signal(String name, long process) throws Exception {
        assertThat(new ProcessBuilder("kill", name, Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static String setting(EmbeddedPostgres postgres, String name) throws SQLException {
        return value(postgres, "show " + name);
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres)) {
            return value(connection, sql);
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return TestPostgres.connect(postgres.address());
    }
}
