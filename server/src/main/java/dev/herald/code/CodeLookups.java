package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import dev.herald.platform.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Looks codes up in the database for many who ask at once: one query for all who waited while the last one ran, so that
 * a sale over a hundred thousand codes does not begin with as many transactions.
 */
final class CodeLookups implements AutoCloseable {

    private static final int MOST_WAITING = 10_000;
    private static final int LARGEST_BATCH = 512;

    /** A code by what its text means. */
    record Key(BrandId brand, String skeleton) {}

    private record Asked(Key key, CompletableFuture<Optional<PromoCode>> answer) {}

    private final Database db;
    private final BlockingQueue<Asked> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread reader;

    CodeLookups(Database db) {
        this.db = db;
        this.reader = Thread.ofVirtual().name("code-lookups").start(this::run);
    }

    /** Waits for the answer. */
    Optional<PromoCode> find(Key key) {
        if (Database.isInTransaction()) {
            // Whoever holds a connection must not wait for another one.
            return db.inBrand(key.brand().value(), tx -> new CodeStore(tx).find(key.brand(), key.skeleton()));
        }
        var asked = new Asked(key, new CompletableFuture<>());
        if (!waiting.offer(asked)) {
            throw new Unavailable("Too many codes are being looked up. Try again in a second.");
        }
        try {
            return asked.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
        }
    }

    private void run() {
        try {
            while (true) {
                var batch = new ArrayList<Asked>();
                batch.add(waiting.take());
                waiting.drainTo(batch, LARGEST_BATCH - 1);
                answer(batch);
            }
        } catch (InterruptedException e) {
            var closed = new Unavailable("The server is stopping. Try again.");
            waiting.forEach(asked -> asked.answer().completeExceptionally(closed));
        }
    }

    private void answer(List<Asked> batch) {
        try {
            var keys = batch.stream().map(Asked::key).distinct().toList();
            var brands =
                    keys.stream().map(key -> key.brand().value()).distinct().toList();
            var found = db.inBrands(brands, tx -> new CodeStore(tx).find(keys));
            batch.forEach(asked -> asked.answer().complete(Optional.ofNullable(found.get(asked.key()))));
        } catch (RuntimeException e) {
            batch.forEach(asked -> asked.answer().completeExceptionally(e));
        }
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
