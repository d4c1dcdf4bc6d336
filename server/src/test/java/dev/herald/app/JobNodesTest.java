package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.app.TallyWork.Order;
import dev.herald.job.Job;
import dev.herald.platform.TestPostgres;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs go on, and do nothing twice, whatever happens to the nodes that carry them out. */
class JobNodesTest {

    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(20);
    private static final int JOBS = 6;
    private static final int PIECES = 12;
    private static final double SHORT = 0.02;
    private static final double LONG = 0.15;

    private static final String DONE = "select done from job where job_id = ";

    /** They tell of every connection that dies, with its whole stack. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("com.zaxxer.hikari"), Logger.getLogger("com.github.kagkarlsson"));

    private TestHerald herald;

    @BeforeEach
    void start() throws SQLException {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
        herald = new TestHerald(TallyWork::on);
        TallyWork.createTable(herald.database);
    }

    @AfterEach
    void stop() {
        herald.close();
        QUIET.forEach(logger -> logger.setLevel(null));
    }

    @Test
    void two_nodes_share_the_jobs_and_do_each_piece_once() throws SQLException {
        try (var _ = herald.neighbour()) {
            var jobs = new ArrayList<Job>();
            for (int i = 0; i < JOBS; i++) {
                jobs.add(begin(new Order(PIECES, SHORT, 0)));
            }
            jobs.forEach(this::untilDone);
        }
        assertThat(number("select count(*) from tally")).isEqualTo(JOBS * PIECES);
        assertThat(number("select count(*) from (select distinct job_id, piece from tally) as each"))
                .isEqualTo(JOBS * PIECES);
        assertThat(Patience.until(this::scheduled, left -> left == 0)).isZero();
    }

    @Test
    void the_job_of_a_node_that_is_killed_goes_on_at_another() throws Exception {
        Job job;
        // Two long jobs keep this node busy, so that the third is the other's.
        var ours = List.of(begin(new Order(1000, LONG, 0)), begin(new Order(1000, LONG, 0)));
        Patience.until(() -> running(ours), all -> all);
        try (var doomed = JobProcess.start(herald.database)) {
            job = begin(new Order(PIECES * 3, LONG, 0));
            Patience.until(() -> done(job), done -> done >= 3 * TallyWork.PIECE);
            doomed.kill();
            ours.forEach(one -> herald.post("/v1/jobs/" + one.id() + "/cancel", ""));
        }
        var killedAt = System.nanoTime();
        var doneThen = done(job);
        Patience.until(() -> done(job), done -> done > doneThen);
        assertThat(Duration.ofNanos(System.nanoTime() - killedAt)).isLessThan(TAKEN_OVER_WITHIN);
        untilDone(job);
        var tally = "from tally where job_id = " + job.id().value();
        assertThat(number("select count(*) " + tally)).isEqualTo(PIECES * 3);
        assertThat(number("select count(distinct piece) " + tally)).isEqualTo(PIECES * 3);
        assertThat(number("select count(distinct process) " + tally)).isEqualTo(2);
    }

    @Test
    void the_job_of_a_node_that_ends_in_order_goes_on_at_once() throws SQLException {
        var job = begin(new Order(PIECES * 2, LONG, 0));
        Patience.until(() -> done(job), done -> done >= 3 * TallyWork.PIECE);
        herald.herald.jobs().close();
        var doneThen = done(job);
        assertThat(doneThen).isLessThan(job.total());
        try (var _ = herald.neighbour()) {
            var began = System.nanoTime();
            Patience.until(() -> done(job), done -> done > doneThen);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            untilDone(job);
        }
        assertThat(number("select count(*) from tally")).isEqualTo(PIECES * 2);
    }

    @Test
    void a_database_that_cuts_its_connections_delays_a_job_and_never_fails_it() throws SQLException {
        var job = begin(new Order(PIECES, LONG, 0));
        for (int cuts = 1; cuts <= 4; cuts++) {
            var least = cuts * 2L * TallyWork.PIECE;
            Patience.until(() -> number(DONE + job.id().value()), done -> done >= least);
            number("""
                    select count(pg_terminate_backend(pid))
                      from pg_stat_activity
                     where datname = current_database()
                       and pid <> pg_backend_pid()
                    """);
        }
        Patience.until(() -> number(DONE + job.id().value()), done -> done == job.total());
        assertThat(number("select count(*) from tally")).isEqualTo(PIECES);
        assertThat(number("select count(distinct piece) from tally")).isEqualTo(PIECES);
        assertThat(number(
                        "select error_count from job where job_id = " + job.id().value()))
                .isEqualTo(PIECES / 2);
    }

    @Test
    void a_server_that_ends_does_not_wait_for_streams() throws Exception {
        var job = begin(new Order(1000, LONG, 0));
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(herald.address.resolve("/v1/jobs/" + job.id() + "/events"))
                    .header("Authorization", "Bearer " + herald.admin)
                    .build();
            var stream = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(stream.body().read()).isEqualTo('d');
            var began = System.nanoTime();
            herald.close();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
        }
    }

    private Job begin(Order order) {
        return TallyWork.begin(herald.herald.jobs(), herald.brand.id(), order);
    }

    private void untilDone(Job job) {
        Patience.until(() -> now(job).state(), state -> state == Job.State.DONE);
    }

    private long done(Job job) {
        return now(job).done();
    }

    private boolean running(List<Job> jobs) {
        return jobs.stream().allMatch(job -> now(job).state() == Job.State.RUNNING);
    }

    private Job now(Job job) {
        return herald.herald.jobs().get(herald.brand.id(), job.id());
    }

    private long scheduled() {
        return number("select count(*) from scheduled_tasks");
    }

    private long number(String sql) {
        try (var connection = TestPostgres.connect(herald.database);
                var statement = connection.createStatement()) {
            statement.execute("set herald.brands = '{" + herald.brand.id().value() + "}'");
            try (var rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
