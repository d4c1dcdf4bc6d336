package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.invite.MailServer;
import dev.herald.platform.EmbeddedPostgres;
import dev.herald.platform.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {

    @TempDir
    Path temporary;

    private String data = "";
    private Path lentPrograms = Path.of("");

    @BeforeEach
    void everybody_may_enter_the_folder() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        var folder = Files.createDirectory(temporary.resolve("data"));
        lentPrograms = TestPostgres.lendPrograms(folder);
        data = folder.toString();
    }

    @AfterEach
    void what_was_lent_is_taken_back() throws IOException {
        Files.delete(lentPrograms);
    }

    @Nested
    class Start {

        @Test
        void begins_empty_with_a_link_to_set_up_and_stops_its_database_when_told_to_end() throws Exception {
            try (var herald = RunningCommand.run("start", "--port", "0", "--data", data)) {
                var url = herald.awaitLine("Herald runs at ").replaceFirst(";.*", "");
                assertThat(herald.awaitLine("Set up: ")).startsWith(url + "/setup/");
                assertThat(get(url + "/v1/campaigns", "sk_live_unknown")).isEqualTo(401);
                assertThat(herald.terminate()).isEqualTo(143);
            }
            assertThat(EmbeddedPostgres.attach(Path.of(data))).isEmpty();
            assertThat(Path.of(data, "database", "postmaster.pid")).doesNotExist();
        }

        @Test
        void works_on_a_database_of_the_operators_own() throws Exception {
            var own = TestPostgres.emptyDatabase();
            var address = own.url() + "?user=" + own.user() + "&password=" + own.password();
            try (var herald = RunningCommand.run("start", "--port", "0", "--database-url", address)) {
                herald.awaitLine("Set up: ");
                assertThat(herald.terminate()).isEqualTo(143);
                assertThat(herald.output()).noneMatch(line -> line.contains(own.password()));
            }
        }
    }

    @Nested
    class Demo {

        @Test
        void prints_a_link_and_a_key_of_which_only_the_newest_is_good() throws Exception {
            String former;
            try (var herald = RunningCommand.run("demo", "--port", "0", "--data", data)) {
                var url = herald.awaitLine("Console: ").replaceFirst("/enter/.*", "");
                former = herald.awaitLine("API key: ");
                assertThat(former).startsWith("sk_test_");
                assertThat(get(url + "/v1/campaigns", former)).isEqualTo(200);
            }
            try (var herald = RunningCommand.run("demo", "--port", "0", "--data", data)) {
                var url = herald.awaitLine("Console: ").replaceFirst("/enter/.*", "");
                assertThat(get(url + "/v1/campaigns", herald.awaitLine("API key: ")))
                        .isEqualTo(200);
                assertThat(get(url + "/v1/campaigns", former)).isEqualTo(401);
            }
        }
    }

    @Nested
    class Brand_create {

        @Test
        void works_beside_a_running_herald_and_links_to_it() throws Exception {
            try (var herald = RunningCommand.run("start", "--port", "0", "--data", data)) {
                var url = herald.awaitLine("Herald runs at ").replaceFirst(";.*", "");
                try (var create = RunningCommand.run("brand", "create", "Heartbeat", "--data", data)) {
                    var key = create.awaitLine("API key: ");
                    assertThat(key).startsWith("sk_live_");
                    assertThat(create.awaitLine("Console: ")).startsWith(url + "/enter/");
                    assertThat(create.awaitExit()).isZero();
                    assertThat(get(url + "/v1/campaigns", key)).isEqualTo(200);
                }
            }
        }

        @Test
        void starts_the_database_for_itself_when_no_herald_runs_and_stops_it_again() throws Exception {
            try (var create = RunningCommand.run("brand", "create", "Heartbeat", "--data", data)) {
                assertThat(create.awaitLine("API key: ")).startsWith("sk_live_");
                assertThat(create.awaitExit()).isZero();
            }
            assertThat(Path.of(data, "database", "postmaster.pid")).doesNotExist();
        }

        @Test
        void refuses_a_name_that_is_none() throws Exception {
            assertRefused("A brand's name has 1 to 100 characters.", "brand", "create", " ", "--data", data);
        }
    }

    @Nested
    class Jobs_watch {

        @Test
        void shows_the_job_of_a_running_herald_until_it_ends() throws Exception {
            try (var herald = new TestHerald(TallyWork::on)) {
                TallyWork.createTable(herald.database);
                var job = TallyWork.begin(herald.herald.jobs(), herald.brand.id(), new TallyWork.Order(8, 0.2, 0));
                try (var watch = RunningCommand.run(words(herald, job.id().toString(), herald.admin))) {
                    assertThat(watch.awaitExit()).isZero();
                    assertThat(watch.output())
                            .anyMatch(line -> line.startsWith("tally") && line.contains("80/80"))
                            .contains(job.id() + ": done, 80 of 80, 4 errors", "Result: {\"pieces\": 8}");
                }
            }
        }

        @Test
        void carries_the_job_out_itself_where_no_herald_runs() throws Exception {
            String[] words;
            try (var herald = new TestHerald()) {
                TallyWork.createTable(herald.database);
                var job = TallyWork.begin(herald.herald.jobs(), herald.brand.id(), new TallyWork.Order(3, 0, 0));
                words = words(herald, job.id().toString(), herald.admin);
            }
            var watch = new JobsCommand.Watch(
                    address -> new Herald(address, InstantSource.system(), MailServer.NONE, TallyWork::on));
            assertThat(new CommandLine(watch).execute(Arrays.copyOfRange(words, 2, words.length)))
                    .isZero();
        }

        @Test
        void tells_why_a_job_failed_and_refuses_what_is_not_there() throws Exception {
            try (var herald = new TestHerald(TallyWork::on)) {
                TallyWork.createTable(herald.database);
                var job = TallyWork.begin(herald.herald.jobs(), herald.brand.id(), new TallyWork.Order(1, 0, 1));
                try (var watch = RunningCommand.run(words(herald, job.id().toString(), herald.admin))) {
                    assertThat(watch.awaitExit()).isEqualTo(1);
                    assertThat(watch.output()).contains("campaign_ended: The campaign ended.");
                }
                assertRefused("There is no such job", words(herald, "job_0000000000001", herald.admin));
                assertRefused("This key may not", words(herald, job.id().toString(), herald.checkout));
                assertRefused("This key is unknown", words(herald, job.id().toString(), "sk_test_unknown"));
            }
        }

        private static String[] words(TestHerald herald, String job, String key) {
            var own = herald.database;
            var address = own.url() + "?user=" + own.user() + "&password=" + own.password();
            return new String[] {"jobs", "watch", job, "--key", key, "--database-url", address};
        }
    }

    @Nested
    class Advise {

        @Test
        void takes_a_share_as_people_write_it() throws Exception {
            try (var advise = RunningCommand.run("advise", "--ambassadors", "50", "--assume", "link_share=18%")) {
                assertThat(advise.awaitExit()).isZero();
                assertThat(advise.output()).anyMatch(line -> line.startsWith("Herald advises "));
            }
        }

        @Test
        void says_which_assumption_is_no_number_or_too_large() throws Exception {
            assertRefused(
                    "--assume reach=lots: reach takes a number, such as 0.18 or 18% for a share.",
                    "advise", "--ambassadors", "50", "--assume", "reach=lots");
            assertRefused(
                    "--assume link_share must be a number from 0 to 1.",
                    "advise",
                    "--ambassadors",
                    "50",
                    "--assume",
                    "link_share=18");
        }
    }

    @Nested
    class One_clear_line {

        @Test
        void for_a_folder_without_the_database_that_is_to_be_looked_at() throws Exception {
            var folder = temporary.resolve("elsewhere");
            var asked = List.of(
                    List.of("ledger"),
                    List.of("jobs", "watch", "job_0000000000001", "--key", "sk_live_any"),
                    List.of("codes", "make", "cmp_0000000000001", "--count", "1", "--key", "sk_live_any"));
            for (var words : asked) {
                var line = new ArrayList<>(words);
                line.addAll(List.of("--data", folder.toString()));
                assertRefused("There is no database in " + folder, line.toArray(String[]::new));
                assertThat(folder).doesNotExist();
            }
        }

        @Test
        void for_a_port_that_is_taken_before_anything_is_made() throws Exception {
            try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var port = Integer.toString(taken.getLocalPort());
                var folder = temporary.resolve("untouched");
                assertRefused(
                        "Port " + port + " of 127.0.0.1 cannot", "start", "--port", port, "--data", folder.toString());
                assertThat(folder).doesNotExist();
            }
        }

        @Test
        void for_a_data_folder_that_another_herald_uses() throws Exception {
            var own = Path.of(data);
            try (var _ = EmbeddedPostgres.start(own, _ -> {})) {
                assertRefused("The data folder " + own + " is in use", "start", "--port", "0", "--data", data);
            }
        }

        @Test
        void for_a_folder_that_cannot_be_written_to() throws Exception {
            assertRefused(
                    "The data folder /proc/herald cannot be used", "demo", "--port", "0", "--data", "/proc/herald");
        }

        @Test
        void for_a_database_that_cannot_be_reached() throws Exception {
            var nowhere = "jdbc:postgresql://127.0.0.1:1/herald";
            assertRefused("The database at " + nowhere, "start", "--port", "0", "--database-url", nowhere);
        }

        @Test
        void for_a_database_that_is_too_old() throws Exception {
            try (var old = new OldPostgres("14.9")) {
                assertRefused("PostgreSQL 14.9 is too old", "start", "--port", "0", "--database-url", old.url());
            }
        }
    }

    private static void assertRefused(String beginning, String... arguments) throws Exception {
        try (var herald = RunningCommand.run(arguments)) {
            assertThat(herald.awaitExit()).isEqualTo(1);
            assertThat(herald.output()).singleElement().asString().startsWith(beginning);
        }
    }

    private static int get(String url, String key) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .header("Authorization", "Bearer " + key)
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
