package dev.herald.bench;

import dev.herald.bench.History.Asked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Sells through a Herald that is killed again and again, and then looks whether every promise was kept. */
final class CrashRun {

    private static final Duration POLL = Duration.ofMillis(5);

    /** What is killed, as by {@code kill -9}. */
    enum Victim {
        SERVER,
        DATABASE,
        BOTH
    }

    /**
     * What to do.
     *
     * @param folder of the embedded database; kept, so that a later run need not make it again
     * @param redemptions asked for
     * @param victims killed one after the other while they are asked for
     * @param seed of who buys what
     */
    record Plan(Path folder, int redemptions, List<Victim> victims, long seed) {

        Plan {
            victims = List.copyOf(victims);
        }
    }

    /**
     * What became of it.
     *
     * @param standing redemptions in the database
     * @param unanswered requests that got no answer, or that Herald was away
     * @param faults broken promises, one line each
     */
    record Result(int asked, int standing, long unanswered, List<String> faults) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d asked for, %d redeemed, %d requests without an answer, %d faults%s",
                    asked,
                    standing,
                    unanswered,
                    faults.size(),
                    faults.isEmpty() ? "" : ": " + String.join("; ", faults.subList(0, Math.min(20, faults.size()))));
        }
    }

    private final Plan plan;
    private final Consumer<String> say;

    private CrashRun(Plan plan, Consumer<String> say) {
        this.plan = plan;
        this.say = say;
    }

    static Result run(Plan plan, Consumer<String> say) throws IOException, SQLException {
        return new CrashRun(plan, say).run();
    }

    private Result run() throws IOException, SQLException {
        Files.createDirectories(plan.folder());
        var file = plan.folder().resolveSibling("history.tsv");
        try (var herald = HeraldProcess.start(plan.folder());
                var market = Market.open(herald);
                var history = History.in(file);
                var shop = new Shop(herald, market.key(), history)) {
            var asks = asks(market);
            asks.forEach(history::asked);
            var killer = Thread.ofPlatform().name("killer").start(() -> kill(herald, shop));
            shop.askAll(asks);
            killer.join();
            say.accept("Asking for all of them again");
            shop.askAll(asks);
            return result(market, file);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Half of the orders without any limit, a quarter under limit and budget, a quarter with a turn for each customer. */
    private List<Asked> asks(Market market) throws IOException {
        var few = plan.redemptions() / 8;
        var free = market.campaign("FREE20", "{}");
        var limited = market.campaign(
                "LIMITED20",
                "{\"per_campaign\": " + few + ", \"budget\": {\"amount\": " + 400L * few + ", \"currency\": \"USD\"}}");
        var turns = market.campaign("TURNS20", "{\"per_customer\": 1}");
        var random = new SplittableRandom(plan.seed());
        var asks = new ArrayList<Asked>();
        for (int i = 0; i < plan.redemptions(); i++) {
            var order = market.name() + "-" + i;
            var customer = "customer-" + random.nextInt(few);
            asks.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new Asked(i, limited, "LIMITED20", customer, order, 2_000);
                        case 1 -> new Asked(i, turns, "TURNS20", customer, order, 2_000);
                        default -> new Asked(i, free, "FREE20", customer, order, 2_000);
                    });
        }
        return asks;
    }

    /** Kills at equal distances, so that each time some are answered, some are under way and some are to come. */
    private void kill(HeraldProcess herald, Shop shop) {
        for (int i = 0; i < plan.victims().size(); i++) {
            var threshold = (i + 1) * plan.redemptions() / (plan.victims().size() + 1);
            while (shop.answered() < threshold) {
                LockSupport.parkNanos(POLL.toNanos());
            }
            var victim = plan.victims().get(i);
            say.accept("Killing " + victim + " after " + shop.answered() + " answers");
            if (victim == Victim.SERVER) {
                herald.killServer();
            } else if (victim == Victim.DATABASE) {
                herald.killDatabase();
            } else {
                herald.killServer();
                herald.killDatabase();
            }
            if (victim != Victim.DATABASE) {
                herald.restart();
            }
        }
    }

    private Result result(Market market, Path file) throws SQLException, IOException {
        var history = History.read(file);
        var rows = market.redemptions();
        var faults = new ArrayList<>(HistoryRules.faults(history, rows, market.limits()));
        faults.addAll(market.miscounted());
        var unanswered = history.told().stream()
                .filter(told -> told.status() == History.NO_ANSWER || told.status() == 503)
                .count();
        return new Result(history.asked().size(), rows.size(), unanswered, faults);
    }
}
