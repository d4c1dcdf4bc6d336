package dev.herald.bench.faults;

import dev.herald.bench.faults.Market.Stand;
import dev.herald.platform.Database;
import dev.herald.reward.LedgerAudit;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** Sells in new campaigns while one to three things go wrong, and then looks whether every promise was kept. */
final class Cycle {

    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    /** The longest wait for answers before something goes wrong all the same. */
    private static final Duration LULL = Duration.ofSeconds(3);

    /** Where and how cycles are run. */
    record Setting(Site site, Market market, boolean reserve, int clients, int strikes, List<Fault> faults) {

        Setting {
            faults = List.copyOf(faults);
        }
    }

    /**
     * What came of it.
     *
     * @param struck what went wrong
     * @param broken promises, one line each
     */
    record Result(long seed, List<Fault> struck, Counts counts, List<String> campaigns, List<String> broken) {}

    /** @param unknown what at least once got no answer, {@code resolved} how many of it got one in the end */
    record Counts(long asked, long acknowledged, long declined, long unknown, long resolved) {

        static Counts of(Story story) {
            long acknowledged = 0;
            long declined = 0;
            long unknown = 0;
            long resolved = 0;
            for (var one : story.asked()) {
                var fate = story.fate(one);
                acknowledged += fate == Story.Fate.ACCEPTED ? 1 : 0;
                declined += fate == Story.Fate.DECLINED ? 1 : 0;
                if (story.told(one).stream().anyMatch(History.Told::leavesOpen)) {
                    unknown++;
                    resolved += fate == Story.Fate.UNKNOWN ? 0 : 1;
                }
            }
            return new Counts(story.asked().size(), acknowledged, declined, unknown, resolved);
        }
    }

    private final Setting setting;
    private final long seed;
    private final SplittableRandom random;

    private Cycle(Setting setting, long seed) {
        this.setting = setting;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** The same seed makes the same choices; how the processes race is up to the machine. */
    static Result run(Setting setting, long seed, Path historyFile) throws IOException, SQLException {
        return new Cycle(setting, seed).run(historyFile);
    }

    private Result run(Path historyFile) throws IOException, SQLException {
        var stands = setting.market().stands(seed, random.split());
        var struck = new ArrayList<Fault>();
        try (var history = History.in(historyFile);
                var checkout = new Checkout(
                        setting.site().nodes(), setting.market().api().key())) {
            var name = setting.market().name() + "-" + seed;
            var crowd = new Crowd(checkout, history, stands, setting.reserve(), name, random.split());
            var shopping = Thread.ofVirtual().start(() -> crowd.shop(setting.clients()));
            try {
                for (int i = random.nextInt(1, setting.strikes() + 1); i > 0; i--) {
                    strike(crowd).ifPresent(struck::add);
                    setting.site().awaitDatabase(RECOVERY);
                }
                awaitAnswers(crowd, 30);
            } finally {
                crowd.goHome();
                shopping.join();
            }
            setting.site().nodes().forEach(Node::clear);
            setting.site().awaitQuiet(RECOVERY);
            crowd.settle(setting.clients());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        var lines = History.read(historyFile);
        var campaigns = stands.stream().map(Stand::campaign).toList();
        try (var owner = setting.site().connect()) {
            var inspection = new Inspection(owner, setting.market());
            var found = inspection.of(campaigns);
            var broken = new ArrayList<>(HistoryRules.faults(lines, found));
            broken.addAll(LedgerRules.faults(found.rows(), found.reversals(), inspection.posted(campaigns)));
            broken.addAll(audit());
            return new Result(seed, struck, Counts.of(new Story(lines)), campaigns, broken);
        }
    }

    /** The whole ledger of the market, reckoned once more. */
    private List<String> audit() {
        try (var db = Database.open(setting.site().address(), 1)) {
            return new LedgerAudit(db).of(setting.market().brand().id()).faults();
        }
    }

    /** Waits until a number of buyers has been served, so that it strikes in the middle of things. */
    private Optional<Fault> strike(Crowd crowd) {
        awaitAnswers(crowd, random.nextInt(5, 150));
        var fault = choose();
        var nodes = setting.site().nodes().stream()
                .filter(one -> !one.ownsDatabase() || !fault.isBetweenServerAndDatabase())
                .toList();
        var node = nodes.get(random.nextInt(nodes.size()));
        var struck = fault.strike(setting.site(), node, random.split());
        node.clear();
        return struck ? Optional.of(fault) : Optional.empty();
    }

    private Fault choose() {
        var weights = setting.faults().stream().mapToInt(Fault::weight).sum();
        var left = random.nextInt(weights);
        for (var fault : setting.faults()) {
            left -= fault.weight();
            if (left < 0) {
                return fault;
            }
        }
        throw new IllegalStateException("Nothing can go wrong");
    }

    private static void awaitAnswers(Crowd crowd, int more) {
        var enough = crowd.answered() + more;
        var deadline = System.nanoTime() + LULL.toNanos();
        while (crowd.answered() < enough && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
