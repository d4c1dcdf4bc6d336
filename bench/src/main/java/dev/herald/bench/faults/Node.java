package dev.herald.bench.faults;

import dev.herald.platform.DatabaseAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** One server process, with a network of our own before it and behind it. */
final class Node implements AutoCloseable {

    private final Trap trap = new Trap();
    private final AtomicInteger answersToLose = new AtomicInteger();
    private final ServerProcess server;
    private final Proxy toClients;
    private final Proxy toDatabase;

    private Node(DatabaseAddress database, int databasePort, Path log) {
        this.toDatabase = Proxy.to(() -> databasePort, () -> new PostgresTalk(trap));
        // Without encryption, so that the commits can be seen.
        var url = database.url().replaceFirst("//[^/]+/", "//127.0.0.1:" + toDatabase.port() + "/")
                + "?sslmode=disable&gssEncMode=disable";
        this.server = ServerProcess.launch(new DatabaseAddress(url, database.user(), database.password()), log);
        this.toClients = Proxy.to(server::port, () -> new HttpTalk(answersToLose));
    }

    static Node launch(DatabaseAddress database, int databasePort, Path log) {
        return new Node(database, databasePort, log);
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
