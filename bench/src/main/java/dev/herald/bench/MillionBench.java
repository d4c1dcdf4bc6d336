package dev.herald.bench;

import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.app.Herald;
import dev.herald.campaign.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A million codes asked for over HTTP, once left alone and once with the server killed again and again while it makes them;
 * what it has made is read from the database and checked by {@link CodePairs}. Then slips in them are corrected.
 */
final class MillionBench {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /** After a look, a kill comes by chance within so long, which is several pieces of the job. */
    private static final int KILL_WITHIN_MILLIS = 2_000;

    /**
     * What is done.
     *
     * @param seed of the moments at which the server is killed
     */
    record Plan(int codes, int kills, int slips, long seed) {}

    private record Owner(Brand brand, String key, String campaign) {}

    private final Plan plan;
    private final Series series;
    private final Path folder;
    private final Consumer<String> say;
    private final Random random;
    private boolean kept = true;

    MillionBench(Plan plan, Series series, Path folder, Consumer<String> say) {
        this.plan = plan;
        this.series = series;
        this.folder = folder;
        this.say = say;
        this.random = new Random(plan.seed());
    }

    /** True if each run made exactly the codes asked for, none close to another. */
    boolean run() throws IOException, SQLException {
        var undisturbed = owner();
        var codes = undisturbed(undisturbed);
        disturbed(owner());
        new CorrectionBench(series.report(), say).inProcess(codes, plan.slips());
        return kept;
    }

    private Owner owner() throws SQLException {
        try (var herald = new Herald(series.database().address(), InstantSource.system())) {
            var brand = herald.access().createBrand("A million", Brand.Mode.TEST, "Bench");
            var campaign = StockCampaigns.make(herald, series.owner(), brand, 1, Limits.UNLIMITED)
                    .getFirst();
            var key = herald.access().createKey(brand, Scope.ADMIN);
            return new Owner(brand, key, campaign.toString());
        }
    }

    private List<String> undisturbed(Owner owner) throws IOException, SQLException {
        var report = series.report();
        report.heading(String.format("%,d codes made by a job", plan.codes()));
        try (var server = start(owner)) {
            var start = System.nanoTime();
            var job = ask(server, owner);
            followed(server, job);
            report.line(
                    "Done %.1f s after they were asked for, and stored; of a heap of 1,024 MB %,d were in use at most, and"
                            + " %,d MB resident of all the server's memory.",
                    seconds(start), server.mostHeapMegabytes(), server.mostResidentMegabytes());
            var codes = check(owner);
            new CorrectionBench(report, say).overHttp(server, codes, plan.slips());
            return codes;
        }
    }

    private void disturbed(Owner owner) throws IOException, SQLException {
        var report = series.report();
        report.heading(String.format("The same, killed %d times (--seed %d)", plan.kills(), plan.seed()));
        var start = System.nanoTime();
        var server = start(owner);
        try {
            var job = ask(server, owner);
            // A kill in each part of the job, at a moment of its own.
            for (var kill = 0; kill < plan.kills(); kill++) {
                awaitDone(server, job, (long) plan.codes() * kill / plan.kills() + 1);
                LockSupport.parkNanos(
                        Duration.ofMillis(random.nextInt(KILL_WITHIN_MILLIS)).toNanos());
                server.kill();
                say.accept("Killed with " + made(owner) + " codes made");
                report.line("Killed %.1f s after the beginning, with %,d codes made.", seconds(start), made(owner));
                server.close();
                server = start(owner);
            }
            followed(server, job);
            report.line("Done after %.1f s.", seconds(start));
            check(owner);
        } finally {
            server.close();
        }
    }

    private HeraldProcess start(Owner owner) throws IOException {
        return HeraldProcess.start(series.database().address(), owner.key(), folder);
    }

    private String ask(HeraldProcess server, Owner owner) throws IOException {
        var job = server.post("/v1/campaigns/" + owner.campaign() + "/codes", "{\"count\":" + plan.codes() + "}");
        return "/v1/jobs/" + job.get("id").asText();
    }

    private void followed(HeraldProcess server, String job) throws IOException {
        awaitDone(server, job, plan.codes());
        var state = server.get(job).get("state").asText();
        while (state.equals("running")) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            state = server.get(job).get("state").asText();
        }
        verdict(state.equals("done"), "the job is " + state);
    }

    private void awaitDone(HeraldProcess server, String job, long wanted) throws IOException {
        var start = System.nanoTime();
        var told = start;
        while (true) {
            var seen = server.get(job);
            var done = seen.get("done").asLong();
            if (done >= wanted || seen.get("state").asText().matches("done|failed|cancelled")) {
                return;
            }
            var now = System.nanoTime();
            if (now - told > BETWEEN_WORDS.toNanos()) {
                say.accept(done + " codes");
                told = now;
            }
            if (now - start > PATIENCE.toNanos()) {
                throw new IOException("The job does not come to an end: " + seen);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private long made(Owner owner) throws SQLException {
        return Books.number(
                series.owner(),
                "select count(*) from code where kind = 'unique' and brand_id = "
                        + owner.brand().id().value());
    }

    private List<String> check(Owner owner) throws SQLException {
        var codes = codes(series.owner(), owner.brand().id().value());
        say.accept("Looking for pairs among " + codes.size() + " codes");
        var start = System.nanoTime();
        var found = CodePairs.in(codes);
        verdict(codes.size() == plan.codes(), String.format("%d codes are in the database", codes.size()));
        verdict(found.same() == 0, found.same() + " pairs of codes that look the same");
        verdict(found.oneEdit() == 0, found.oneEdit() + " pairs one edit apart");
        series.report()
                .line(
                        "%,d pairs two edits apart%s (looked for in %.1f s).",
                        found.twoEdits(),
                        found.examples().isEmpty() ? "" : ", such as " + found.examples(),
                        seconds(start));
        return codes;
    }

    private static List<String> codes(Connection database, long brand) throws SQLException {
        var codes = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows =
                        statement.executeQuery("select text from code where kind = 'unique' and brand_id = " + brand)) {
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
        }
        return codes;
    }

    private void verdict(boolean holds, String what) {
        kept &= holds;
        series.report().line("%s: %s", holds ? "kept" : "BROKEN", what);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
