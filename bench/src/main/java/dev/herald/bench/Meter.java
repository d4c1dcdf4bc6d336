package dev.herald.bench;

import dev.herald.access.BrandId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Runs loads in turns and reads, around each window, what the operating system and the database count. */
final class Meter {

    /** How many windows of a series are measured again when other machines disturb them. */
    private static final int MOST_REPEATS = 3;

    /** PostgreSQL's processes tell of their syncs with their next transaction after a second, if they have one. */
    private static final Duration UNTOLD = Duration.ofMillis(1_050);

    private static final Duration NEXT_TRANSACTION = Duration.ofMillis(10);

    private final ProcessHandle database;
    private final int windows;
    private final Duration length;
    private final Consumer<String> say;

    /**
     * A load to be measured.
     *
     * @param owner of the database it redeems in
     * @param brands whose redemptions it makes; none if it makes no redemptions
     * @param server the process in which it is served
     */
    record Entrant(String who, Load load, Connection owner, List<BrandId> brands, ProcessHandle server) {

        Entrant {
            brands = List.copyOf(brands);
        }
    }

    Meter(Connection owner, int windows, Duration length, Consumer<String> say) throws SQLException {
        this.database = Postgres.process(owner);
        this.windows = windows;
        this.length = length;
        this.say = say;
    }

    /**
     * All in turns, so that what disturbs one disturbs the others; for each the median of its windows. Throws
     * IllegalStateException if anything was not redeemed.
     */
    List<Window> compare(String name, List<Entrant> entrants) throws SQLException {
        for (var entrant : entrants) {
            say.accept(name + ": " + entrant.who() + " warm after " + WarmUp.of(entrant.load()) + " s");
            Postgres.analyze(entrant.owner());
        }
        var series = new ArrayList<List<Window>>();
        entrants.forEach(_ -> series.add(new ArrayList<>()));
        for (int round = 0, repeats = 0; round < windows + repeats; round++) {
            var most = 0.0;
            for (int i = 0; i < entrants.size(); i++) {
                var window = measure(entrants.get(i));
                refuseFailures(name, window);
                series.get(i).add(window);
                most = Math.max(most, window.steal());
            }
            if (most > Window.MOST_STEAL && repeats < MOST_REPEATS) {
                repeats++;
                say.accept(String.format("%s: steal %.1f %%, measured again", name, 100 * most));
            }
        }
        return series.stream().map(Window::median).toList();
    }

    private static void refuseFailures(String name, Window window) {
        if (window.tally().failed() > 0) {
            throw new IllegalStateException(name + ": " + window.tally().failed() + " requests were not redeemed");
        }
    }

    private Window measure(Entrant entrant) throws SQLException {
        Postgres.awaitRollups(entrant.owner());
        var driver = ProcessHandle.current();
        var first = Postgres.nextTransaction(entrant.owner());
        var log = Postgres.log(entrant.owner());
        var ticks = ProcessorTime.Ticks.now();
        var cost = new Window.Cost(
                ProcessorTime.ofFamily(database),
                ProcessorTime.ofProcess(entrant.server()),
                ProcessorTime.ofProcess(driver));
        var tally = entrant.load().run(length);
        var steal = ProcessorTime.Ticks.now().stealSince(ticks);
        var spent = new Window.Cost(
                ProcessorTime.ofFamily(database) - cost.database(),
                ProcessorTime.ofProcess(entrant.server()) - cost.server(),
                ProcessorTime.ofProcess(driver) - cost.driver());
        if (entrant.brands().isEmpty()) {
            var made = new Window.Made(tally.done(), 0);
            return new Window(tally, steal, spent, made, new Window.Log(tally.done(), 0, 0));
        }
        var made = Postgres.madeSince(entrant.owner(), entrant.brands(), first);
        LockSupport.parkNanos(UNTOLD.toNanos());
        entrant.load().run(NEXT_TRANSACTION);
        var all = Postgres.madeSince(entrant.owner(), entrant.brands(), first);
        var written = Postgres.log(entrant.owner());
        return new Window(
                tally,
                steal,
                spent,
                made,
                new Window.Log(all.redemptions(), written.syncs() - log.syncs(), written.bytes() - log.bytes()));
    }
}
