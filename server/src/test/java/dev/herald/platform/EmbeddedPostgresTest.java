package dev.herald.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest extends EmbeddedPostgresFixture {

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
}
