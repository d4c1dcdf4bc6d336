package dev.herald.app;

import static dev.herald.app.Problems.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.access.Gate;
import dev.herald.access.Idempotency;
import dev.herald.access.RequestLog;
import dev.herald.access.Scope;
import dev.herald.app.TallyWork.Order;
import dev.herald.job.Job;
import dev.herald.job.JobId;
import dev.herald.job.JobRoutes;
import dev.herald.platform.Database;
import dev.herald.platform.HttpServer;
import dev.herald.platform.Ids;
import dev.herald.platform.Json;
import dev.herald.platform.TestPostgres;
import io.helidon.webserver.http.HttpService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Long work as the API shows it. */
class JobsTest {

    private static final AtomicInteger BREAKS = new AtomicInteger();
    private static final double SLOW = 0.15;
    private static TestHerald herald;

    @BeforeAll
    static void start() throws SQLException {
        herald = new TestHerald(db -> TallyWork.breaking(db, BREAKS));
        TallyWork.createTable(herald.database);
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @Nested
    class A_job {

        @Test
        void tells_how_far_it_is_and_in_the_end_what_it_yielded() throws SQLException {
            var job = begin(new Order(6, 0, 0));
            var done = until(job, "done");
            assertThat(done.path("id").asText()).isEqualTo(job.id().toString());
            assertThat(done.path("kind").asText()).isEqualTo("tally");
            assertThat(done.path("total").asLong()).isEqualTo(60);
            assertThat(done.path("done").asLong()).isEqualTo(60);
            assertThat(done.path("result").path("pieces").asInt()).isEqualTo(6);
            assertThat(done.path("error_count").asLong()).isEqualTo(3);
            assertThat(done.path("errors").get(0).toString())
                    .isEqualTo("{\"line\":2,\"code\":\"row_invalid\",\"detail\":\"There is no such code.\"}");
            assertThat(done.has("started_at") && done.has("finished_at")).isTrue();
            assertThat(done.has("rate") || done.has("estimated_end")).isFalse();
            assertThat(pieces(job)).isEqualTo(List.of(1L, 2L, 3L, 4L, 5L, 6L));
        }

        @Test
        void tells_its_rate_and_when_it_will_end_while_it_runs() {
            var job = begin(new Order(100, SLOW, 0));
            var running =
                    Patience.until(() -> show(job), now -> now.path("done").asLong() >= 20 && now.has("estimated_end"));
            assertThat(running.path("state").asText()).isEqualTo("running");
            assertThat(running.path("rate").asDouble()).isBetween(1.0, PIECE_RATE);
            cancel(job);
        }

        private static final double PIECE_RATE = 1.5 * TallyWork.PIECE / SLOW;

        @Test
        void ends_early_when_cancelled_and_goes_on_where_it_ended() throws SQLException {
            var job = begin(new Order(8, SLOW, 0));
            Patience.until(() -> show(job), now -> now.path("done").asLong() >= 20);
            var cancelled = cancel(job);
            assertThat(cancelled.path("state").asText()).isEqualTo("cancelled");
            assertThat(cancelled.has("finished_at")).isTrue();
            assertThat(cancelled.path("done").asLong()).isBetween(20L, 70L);
            assertThat(cancel(job)).isEqualTo(cancelled);
            assertThat(pieces(job)).hasSize(cancelled.path("done").asInt() / TallyWork.PIECE);

            var resumed = herald.post(path(job) + "/resume", "");
            assertThat(resumed.json().path("state").asText()).isIn("waiting", "running");
            until(job, "done");
            assertThat(pieces(job)).isEqualTo(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L));
        }

        @Test
        void that_serves_all_who_ask_is_created_once_while_it_is_under_way() {
            var order = new Order(100, SLOW, 0);
            Supplier<Job> ask =
                    () -> herald.herald.jobs().createUnlessUnderWay(herald.brand.id(), TallyWork.KIND, order, 1_000);
            List<JobId> made;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                made =
                        IntStream.range(0, 20)
                                .mapToObj(_ -> CompletableFuture.supplyAsync(ask, threads))
                                .toList()
                                .stream()
                                .map(one -> one.join().id())
                                .distinct()
                                .toList();
            }
            assertThat(made).hasSize(1);
            var other = herald.herald
                    .jobs()
                    .createUnlessUnderWay(herald.brand.id(), TallyWork.KIND, new Order(99, SLOW, 0), 990);
            assertThat(other.id()).isNotEqualTo(made.getFirst());
            cancel(other);
            var first = ask.get();
            assertThat(first.id()).isEqualTo(made.getFirst());
            cancel(first);
            var next = ask.get();
            assertThat(next.id()).isNotEqualTo(first.id());
            cancel(next);
        }

        @Test
        void that_is_done_can_neither_be_cancelled_nor_resumed() {
            var job = begin(new Order(1, 0, 0));
            until(job, "done");
            isProblem(herald.post(path(job) + "/cancel", ""), 409, "job_state");
            isProblem(herald.post(path(job) + "/resume", ""), 409, "job_state");
        }

        @Test
        void that_cannot_be_carried_out_fails_with_the_reason_and_keeps_what_was_done() throws SQLException {
            var job = begin(new Order(5, 0, 4));
            var failed = until(job, "failed");
            assertThat(failed.path("done").asLong()).isEqualTo(30);
            assertThat(failed.path("error_count").asLong()).isEqualTo(2);
            assertThat(failed.path("errors").get(0).toString())
                    .isEqualTo("{\"code\":\"campaign_ended\",\"detail\":\"The campaign ended.\"}");
            assertThat(pieces(job)).isEqualTo(List.of(1L, 2L, 3L));
        }

        @Test
        void that_breaks_is_tried_again_and_given_up_after_ten_times() throws SQLException {
            BREAKS.set(2);
            var job = begin(new Order(3, 0, 0));
            until(job, "done");
            assertThat(pieces(job)).isEqualTo(List.of(1L, 2L, 3L));

            BREAKS.set(Integer.MAX_VALUE);
            var hopeless = begin(new Order(3, 0, 0));
            run("update job set broken = 10 where job_id = " + hopeless.id().value());
            var failed = until(hopeless, "failed");
            assertThat(failed.path("errors").get(0).path("code").asText()).isEqualTo("internal");
            assertThat(pieces(hopeless)).isEmpty();

            BREAKS.set(0);
            herald.post(path(hopeless) + "/resume", "");
            assertThat(until(hopeless, "done").path("error_count").asLong()).isEqualTo(1);
        }

        @Test
        void exists_for_its_brand_only_and_not_for_a_checkout() {
            var job = begin(new Order(1, 0, 0));
            var other = herald.herald.access().createBrand("Other", Brand.Mode.TEST, "Otto Other");
            var key = herald.herald.access().createKey(other, Scope.ADMIN);
            for (var path : List.of(path(job), path(job) + "/events")) {
                isProblem(herald.send("GET", path, null, key), 404, "not_found");
                isProblem(herald.send("GET", path, null, herald.checkout), 403, "scope_missing");
            }
            isProblem(herald.send("POST", path(job) + "/cancel", "", key), 404, "not_found");
            isProblem(herald.send("POST", path(job) + "/resume", "", key), 404, "not_found");
            assertThat(herald.send("GET", "/v1/jobs", null, key).json().path("data"))
                    .isEmpty();
        }
    }

    @Test
    void a_list_goes_page_by_page_from_the_newest_to_the_oldest() {
        var made = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            made.add(begin(new Order(1, 0, 0)).id().toString());
        }
        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = herald.get("/v1/jobs?limit=2" + after).json();
            page.path("data").forEach(job -> seen.add(job.path("id").asText()));
            after = page.path("has_more").asBoolean()
                    ? "&after=" + page.path("next").asText()
                    : "";
        } while (!after.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().startsWith(made.reversed().toArray(String[]::new));
    }

    @Nested
    class A_stream_of_events {

        @Test
        void tells_every_change_and_ends_with_the_job() throws Exception {
            var job = begin(new Order(8, SLOW, 0));
            var states = new ArrayList<String>();
            var dones = new ArrayList<Long>();
            try (var client = HttpClient.newHttpClient()) {
                var answer = client.send(events(job), HttpResponse.BodyHandlers.ofLines());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
                answer.body().filter(line -> line.startsWith("data:")).forEach(line -> {
                    var event = parsed(line.substring(5));
                    states.add(event.path("state").asText());
                    dones.add(event.path("done").asLong());
                });
            }
            assertThat(states).endsWith("done").contains("running");
            assertThat(dones).isSorted().endsWith(80L).hasSizeGreaterThan(2);
        }

        @Test
        void of_a_job_that_has_ended_is_a_single_event() throws Exception {
            var job = begin(new Order(1, 0, 0));
            var done = until(job, "done");
            try (var client = HttpClient.newHttpClient()) {
                var answer = client.send(events(job), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.body()).startsWith("data:").endsWith("\n\n").containsOnlyOnce("data:");
                assertThat(parsed(answer.body().substring(5))).isEqualTo(done);
            }
        }

        private static HttpRequest events(Job job) {
            return HttpRequest.newBuilder(herald.address.resolve(path(job) + "/events"))
                    .header("Authorization", "Bearer " + herald.admin)
                    .build();
        }
    }

    @Test
    void a_repeated_request_is_one_job_and_gets_the_same_answer_with_its_address() throws Exception {
        try (var db = Database.open(herald.database, 2);
                var client = HttpClient.newHttpClient()) {
            var gate = new Gate(
                    new Access(db, new Ids(0), InstantSource.system()),
                    new Idempotency(db),
                    new RequestLog(InstantSource.system()));
            HttpService tallies = rules -> rules.post(
                    "/tallies", gate.changes(Scope.ADMIN, _ -> JobRoutes.accepted(begin(db, new Order(2, 0, 0)))));
            try (var server = HttpServer.start("127.0.0.1", 0, List.of(tallies))) {
                var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/tallies"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .header("Authorization", "Bearer " + herald.admin)
                        .header("Idempotency-Key", "tally-1")
                        .build();
                var answers = new HashSet<String>();
                for (int i = 0; i < 3; i++) {
                    var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                    assertThat(answer.statusCode()).isEqualTo(202);
                    var address = answer.headers().firstValue("Location").orElseThrow();
                    assertThat(address)
                            .isEqualTo("/v1/jobs/"
                                    + parsed(answer.body()).path("id").asText());
                    answers.add(address + answer.body());
                }
                assertThat(answers).hasSize(1);
            }
        }
    }

    /** Within the transaction of a request, which is of another pool than the node's. */
    private static Job begin(Database db, Order order) {
        return TallyWork.begin(
                new dev.herald.job.Jobs(db, new Ids(0), InstantSource.system()), herald.brand.id(), order);
    }

    private static Job begin(Order order) {
        return TallyWork.begin(herald.herald.jobs(), herald.brand.id(), order);
    }

    private static JsonNode cancel(Job job) {
        return herald.post(path(job) + "/cancel", "").json();
    }

    private static JsonNode until(Job job, String state) {
        return Patience.until(() -> show(job), now -> now.path("state").asText().equals(state));
    }

    private static JsonNode show(Job job) {
        return herald.get(path(job)).json();
    }

    private static String path(Job job) {
        return "/v1/jobs/" + job.id();
    }

    private static JsonNode parsed(String json) {
        return Json.parse(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    /** The pieces done, in order. */
    private static List<Long> pieces(Job job) throws SQLException {
        try (var connection = TestPostgres.connect(herald.database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select piece from tally where job_id = " + job.id().value() + " order by 1")) {
            var pieces = new ArrayList<Long>();
            while (rows.next()) {
                pieces.add(rows.getLong(1));
            }
            return pieces;
        }
    }

    private static void run(String sql) throws SQLException {
        try (var connection = TestPostgres.connect(herald.database);
                var statement = connection.createStatement()) {
            statement.execute("set herald.brands = '{" + herald.brand.id().value() + "}'");
            statement.execute(sql);
        }
    }
}
