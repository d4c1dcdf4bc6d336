package dev.herald.bench.faults;

import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Some Heralds on one PostgreSQL, all of them processes that can be killed, halted and started again. */
final class Site implements AutoCloseable {

    private static final int LOG_FILES = 64;
    private static final Duration DATABASE_BACK = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(40);

    /**
     * How it is set up.
     *
     * @param folder of the database; kept, so that a later run need not make it again
     * @param embedded whether the first server brings the database along; else it belongs to none of them
     * @param asyncCommits whether the database acknowledges before it syncs
     * @param disk that the folder is on, if it can be filled
     */
    record Layout(Path folder, int servers, boolean embedded, boolean asyncCommits, Optional<SmallDisk> disk) {

        private Path log(int server) {
            return folder.resolveSibling(folder.getFileName() + "-server-" + server + ".log");
        }
    }

    private final Layout layout;
    private final List<Node> nodes = new ArrayList<>();
    private volatile EmbeddedPostgres postgres;

    private Site(Layout layout, Consumer<String> say) {
        this.layout = layout;
        if (layout.embedded()) {
            var first = Node.withDatabase(layout.folder(), () -> 0, layout.log(0));
            first.server().awaitReady();
            nodes.add(first);
            postgres = attached(layout.folder());
        } else {
            postgres = EmbeddedPostgres.start(layout.folder(), say);
        }
        if (layout.asyncCommits()) {
            plantAsyncCommits(postgres.address());
        }
        for (int i = nodes.size(); i < layout.servers(); i++) {
            nodes.add(Node.launch(address(), () -> postgres.port(), layout.log(i)));
        }
        nodes.stream()
                .filter(node -> !node.ownsDatabase())
                .forEach(node -> node.server().awaitReady());
    }

    static Site open(Layout layout, Consumer<String> say) {
        return new Site(layout, say);
    }

    private static EmbeddedPostgres attached(Path folder) {
        return EmbeddedPostgres.attach(folder).orElseThrow(() -> new IllegalStateException("No Herald in " + folder));
    }

    /** Starts a server that was killed; the one that brings the database along may bring it along elsewhere. */
    void restart(Node node) {
        if (node.ownsDatabase()) {
            node.server().restart();
            postgres = attached(layout.folder());
        } else {
            awaitDatabase(DATABASE_BACK);
            node.server().restart();
        }
    }

    /** Also for a while, so that a kill at any moment finds something that was not synced. */
    private static void plantAsyncCommits(DatabaseAddress address) {
        try (var owner = connect(address);
                var statement = owner.createStatement()) {
            statement.execute("alter database herald set synchronous_commit = off");
            statement.execute("alter system set wal_writer_delay = '1s'");
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the database begin new files of its log, until there are none that it made ahead. */
    void useUpLog() {
        try (var owner = connect();
                var statement = owner.createStatement()) {
            for (int i = 0; i < LOG_FILES; i++) {
                statement.execute("create temporary table if not exists log_line (line text)");
                statement.execute("select pg_switch_wal()");
                statement.execute("drop table log_line");
            }
        } catch (SQLException e) {
            // It has died of it.
        }
    }

    /** Fills the disk, and empties it after a while. */
    boolean fillDisk(Runnable awhile) {
        layout.disk().ifPresent(small -> {
            small.fill();
            awhile.run();
            small.empty();
        });
        return layout.disk().isPresent();
    }

    /** Returns when the database answers. */
    void awaitDatabase(Duration patience) {
        await(patience, "the database answers", () -> {
            try (var owner = connect()) {
                return owner.isValid(1);
            } catch (SQLException e) {
                return false;
            }
        });
    }

    /** Returns when every server says that it is ready, and nothing from before is under way in the database. */
    void awaitQuiet(Duration patience) {
        awaitDatabase(patience);
        nodes.forEach(node -> await(patience, "a server is ready", () -> isReady(node)));
        await(patience, "nothing is under way", this::isIdle);
    }

    private static boolean isReady(Node node) {
        try {
            var ready = (HttpURLConnection)
                    URI.create(node.directUrl() + "/health/ready").toURL().openConnection();
            ready.setConnectTimeout(2_000);
            ready.setReadTimeout(5_000);
            return ready.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Looks twice: between two transactions of one request there is a moment without any. */
    private boolean isIdle() {
        try (var owner = connect()) {
            for (int i = 0; i < 2; i++) {
                LockSupport.parkNanos(POLL.toNanos());
                try (var statement = owner.createStatement();
                        var busy = statement.executeQuery("""
                                select count(*)
                                  from pg_stat_activity
                                 where application_name = 'herald'
                                   and xact_start is not null
                                """)) {
                    if (busy.next() && busy.getLong(1) > 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static void await(Duration patience, String what, BooleanSupplier condition) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not within " + patience.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    DatabaseAddress address() {
        return postgres.address();
    }

    /** As the owner of everything, whom row-level security does not hold. */
    Connection connect() throws SQLException {
        return connect(address());
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    /** Kills every process of the database at once, as {@code kill -9} of each; it is started again by itself. */
    void killDatabase() {
        var postmaster = postmaster();
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
    }

    /** All processes of the database. */
    List<Long> databaseProcesses() {
        var postmaster = postmaster();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Those of them that serve connections, or work for all: whatever is not the first. */
    List<Long> backends() {
        return postmaster().descendants().map(ProcessHandle::pid).toList();
    }

    /** Sends a signal, such as STOP or CONT; a process that is gone needs none. */
    static void signal(String name, List<Long> processes) {
        try {
            var command = Stream.concat(
                            Stream.of("kill", "-" + name), processes.stream().map(String::valueOf))
                    .toList();
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The database's first process, which must be of this folder: nothing else is ever killed. */
    private ProcessHandle postmaster() {
        var data = layout.folder().toAbsolutePath().resolve("database");
        try {
            var pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            var command = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
            if (!command.contains(data.toRealPath().toString())) {
                throw new IllegalStateException("Process " + pid + " is not the database in " + data);
            }
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // The first may have brought the database along, which the others need until their end.
        nodes.reversed().forEach(Node::close);
        postgres.close();
    }
}
