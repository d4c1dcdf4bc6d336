package dev.herald.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A server that is started again whenever it dies, until it is closed. */
final class SupervisedServer implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration RETRY_AFTER = Duration.ofMillis(500);
    private static final int ATTEMPTS = 4;

    /**
     * Below the ports that operating systems hand out to clients: while the server is down, none of our own connections
     * may come to sit on its port.
     */
    private static final int LOWEST_PORT = 15_432;

    private static final int HIGHEST_PORT = 32_767;

    private final Cluster cluster;
    private final Consumer<String> say;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Postmaster postmaster;

    private SupervisedServer(Cluster cluster, Postmaster postmaster, Consumer<String> say) {
        this.cluster = cluster;
        this.postmaster = postmaster;
        this.say = say;
    }

    /** Takes over the server that a killed Herald left in this folder, or starts one. */
    static SupervisedServer start(Cluster cluster, Secret password, Consumer<String> say) throws IOException {
        var leftOver = adopt(cluster, password, say);
        var postmaster = leftOver.isPresent() ? leftOver.get() : startOnFreePort(cluster, say);
        var server = new SupervisedServer(cluster, postmaster, say);
        Thread.ofPlatform().daemon().name("postgres-supervisor").start(server::watch);
        return server;
    }

    /** A left-over server of other binaries, or one that does not answer, is stopped: two never share a folder. */
    private static Optional<Postmaster> adopt(Cluster cluster, Secret password, Consumer<String> say)
            throws IOException {
        var leftOver = Postmaster.of(cluster.folder());
        if (leftOver.isEmpty()) {
            return leftOver;
        }
        var process = "process " + leftOver.get().process().pid();
        if (leftOver.get().runs(cluster.binaries().program("postgres"))
                && answers(leftOver.get().port(), password)) {
            say.accept("Taking over the PostgreSQL left running by a Herald that was killed (" + process + ")");
            return leftOver;
        }
        say.accept("Stopping the PostgreSQL left behind by a Herald that was killed (" + process + ")");
        cluster.stop();
        return Optional.empty();
    }

    private static boolean answers(int port, Secret password) {
        var address = EmbeddedPostgres.address(port, EmbeddedPostgres.DATABASE, password);
        var settings = new Properties();
        settings.setProperty("user", address.user());
        settings.setProperty("password", address.password());
        settings.setProperty("loginTimeout", "5");
        try (var connection = DriverManager.getConnection(address.url(), settings)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Tries again: another program may have taken the port, or a killed server's last processes may be about to end. */
    private static Postmaster startOnFreePort(Cluster cluster, Consumer<String> say) throws IOException {
        for (var attempt = 1; ; attempt++) {
            try {
                return cluster.start(freePort(), say);
            } catch (StartRefused e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(RETRY_AFTER.toNanos());
            }
        }
    }

    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(LOWEST_PORT, HIGHEST_PORT)
                .filter(SupervisedServer::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    synchronized int port() {
        return postmaster.port();
    }

    private void watch() {
        while (!closedWithin(LOOK_EVERY)) {
            if (!alive()) {
                say.accept("PostgreSQL has died; starting it again");
                revive();
            }
        }
    }

    private void revive() {
        var complaint = "";
        while (!alive()) {
            try {
                startAgain();
                say.accept("PostgreSQL is back");
            } catch (IOException | StartRefused e) {
                if (!e.toString().equals(complaint)) {
                    complaint = e.toString();
                    say.accept(e.getMessage() + "; trying on");
                }
                closedWithin(RETRY_AFTER);
            }
        }
    }

    /** What is closed needs no reviving, so it counts as alive. */
    private synchronized boolean alive() {
        return closed.getCount() == 0 || postmaster.isAlive();
    }

    private synchronized void startAgain() throws IOException {
        if (closed.getCount() > 0) {
            postmaster = cluster.start(postmaster.port(), say);
        }
    }

    private boolean closedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        synchronized (this) {
            try {
                cluster.stop();
            } catch (IOException e) {
                throw new StartRefused("PostgreSQL cannot be stopped: " + e);
            }
        }
    }
}
