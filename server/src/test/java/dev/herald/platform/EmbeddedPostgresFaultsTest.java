package dev.herald.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresFaultsTest extends EmbeddedPostgresFixture {

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
}
