package dev.herald.platform;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process which starts the server of a folder and waits to be killed. */
final class LonelyServer {

    private LonelyServer() {}

    public static void main(String[] args) throws InterruptedException {
        var postgres = EmbeddedPostgres.start(Path.of(args[0]), System.err::println);
        System.out.println("ready " + postgres.port());
        new CountDownLatch(1).await();
    }
}
