package dev.herald.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/**
 * What was opened, in order; closed last first, once, either by its owner or when the process is told to end (Ctrl-C,
 * SIGTERM). So requests end before lanes, lanes before connections, connections before the database.
 */
final class Opened implements AutoCloseable {

    private static volatile boolean processEnds = false;

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** From now on the end of the process closes everything. */
    static Opened closedAtExit() {
        var opened = new Opened();
        Runtime.getRuntime().addShutdownHook(new Thread(opened::endProcess, "shutdown"));
        return opened;
    }

    /** Whatever fails from then on fails because everything is being closed under it. */
    static boolean processEnds() {
        return processEnds;
    }

    private void endProcess() {
        processEnds = true;
        close();
    }

    synchronized <T extends AutoCloseable> T add(T resource) {
        if (processEnds) {
            closeOne(resource);
            throw new IllegalStateException("The process is about to end");
        }
        resources.push(resource);
        return resource;
    }

    /** Blocks as long as Herald runs. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public synchronized void close() {
        while (!resources.isEmpty()) {
            closeOne(resources.pop());
        }
        ended.countDown();
    }

    /** One that fails must not keep the others open: at the end stands the database, which wants to be stopped. */
    private static void closeOne(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            System.err.println("Not closed cleanly: " + e);
        }
    }
}
