package dev.herald.bench.faults;

import dev.herald.platform.DatabaseAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** One server process, with a network of our own before it and behind it. */
final class Node implements AutoCloseable {

    private final Trap trap;
    private final AtomicInteger answersToLose = new AtomicInteger();
    private final ServerProcess server;
    private final Proxy toClients;
    private final Proxy toDatabase;

    private final boolean ownsDatabase;

    private Node(ServerProcess server, Proxy toDatabase, Trap trap, boolean ownsDatabase) {
        this.server = server;
        this.toClients = Proxy.to(server::port, () -> new HttpTalk(answersToLose));
        this.toDatabase = toDatabase;
        this.trap = trap;
        this.ownsDatabase = ownsDatabase;
    }

    /** On a database that is there, by a network of ours. */
    static Node launch(DatabaseAddress database, IntSupplier databasePort, Path log) {
        var trap = new Trap();
        var toDatabase = Proxy.to(databasePort, () -> new PostgresTalk(trap));
        // Without encryption, so that the commits can be seen.
        var url = database.url().replaceFirst("//[^/]+/", "//127.0.0.1:" + toDatabase.port() + "/")
                + "?sslmode=disable&gssEncMode=disable";
        var server = ServerProcess.launch(new DatabaseAddress(url, database.user(), database.password()), log);
        return new Node(server, toDatabase, trap, false);
    }

    /** With the database that it brings along, and no network between them. */
    static Node withDatabase(Path data, IntSupplier databasePort, Path log) {
        var trap = new Trap();
        var unused = Proxy.to(databasePort, () -> new PostgresTalk(trap));
        return new Node(ServerProcess.launch(data, log), unused, trap, true);
    }

    boolean ownsDatabase() {
        return ownsDatabase;
    }

    ServerProcess server() {
        return server;
    }

    Proxy toClients() {
        return toClients;
    }

    Proxy toDatabase() {
        return toDatabase;
    }

    Trap trap() {
        return trap;
    }

    /** The next answers that tell of something made get lost. */
    void loseAnswers(int number) {
        answersToLose.set(number);
    }

    /** Where clients reach it. */
    String url() {
        return "http://127.0.0.1:" + toClients.port();
    }

    /** Past the network of ours. */
    String directUrl() {
        return "http://127.0.0.1:" + server.port();
    }

    /** All that was done to the network is over. */
    void clear() {
        loseAnswers(0);
        toClients.become(Proxy.Weather.CLEAR);
        toDatabase.become(Proxy.Weather.CLEAR);
    }

    @Override
    public void close() {
        server.close();
        toClients.close();
        toDatabase.close();
    }
}
