package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Keeps the books of the brands that were asked for last, and brings them up to date from the database. */
final class CodeBooks {

    /** As many codes in all books together take about a gigabyte at most. */
    private static final long MOST_CODES = 3_000_000;

    /** A book with more news than this is read while shoppers are told nothing, for they don't wait for seconds. */
    private static final long READ_AT_ONCE = 20_000;

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private static final class Shelf {
        final CodeBook book = new CodeBook();
        final ReentrantLock reading = new ReentrantLock();
        final AtomicBoolean longReading = new AtomicBoolean();
        volatile long readAt;
        volatile boolean read;
        volatile boolean outdated;

        boolean isFresh() {
            return read && !outdated && System.nanoTime() - readAt < FRESH_NANOS;
        }
    }

    private final Database db;
    private final Map<BrandId, Shelf> shelves = new LinkedHashMap<>(16, .75f, true);

    CodeBooks(Database db) {
        this.db = db;
    }

    /** Locks the brand's codes until the transaction ends, and tells what may be added to them. */
    Admission admission(Handle tx, BrandId brand, Instant now) {
        lock(tx, brand);
        var own = new ArrayList<CodeBook.Entry>();
        var admission = new Admission(read(new BookStore(tx, brand), shelf(brand), own::add), now);
        own.forEach(admission::add);
        return admission;
    }

    /** Locks the brand's codes until the transaction ends. */
    void lock(Handle tx, BrandId brand) {
        new BookStore(tx, brand).lock();
        // Whoever makes a code sees it mended right after.
        Database.afterCommit(() -> shelf(brand).outdated = true);
    }

    /** The book as of a second ago or later; empty while a long one is being read. */
    Optional<CodeBook> recent(BrandId brand) {
        var shelf = shelf(brand);
        if (shelf.isFresh()) {
            return Optional.of(shelf.book);
        }
        if (shelf.reading.isLocked()) {
            return shelf.read ? Optional.of(shelf.book) : Optional.empty();
        }
        var news = db.inBrand(brand.value(), tx -> new BookStore(tx, brand).changes()) - shelf.book.change();
        if (news > READ_AT_ONCE) {
            if (shelf.longReading.compareAndSet(false, true)) {
                Thread.ofVirtual().name("code-book").start(() -> readLong(brand, shelf));
            }
            return shelf.read ? Optional.of(shelf.book) : Optional.empty();
        }
        return Optional.of(readInItsOwnTransaction(brand, shelf));
    }

    /** Only one does: each takes a connection, and shoppers need some too. */
    private void readLong(BrandId brand, Shelf shelf) {
        try {
            readInItsOwnTransaction(brand, shelf);
        } finally {
            shelf.longReading.set(false);
        }
    }

    private CodeBook readInItsOwnTransaction(BrandId brand, Shelf shelf) {
        return db.inBrand(brand.value(), tx -> read(new BookStore(tx, brand), shelf, _ -> {}));
    }

    private CodeBook read(BookStore store, Shelf shelf, Consumer<CodeBook.Entry> own) {
        shelf.reading.lock();
        try {
            shelf.outdated = false;
            store.readAfter(shelf.book.change(), shelf.book::apply, own);
            shelf.readAt = System.nanoTime();
            shelf.read = true;
        } finally {
            shelf.reading.unlock();
        }
        makeRoom(shelf);
        return shelf.book;
    }

    private Shelf shelf(BrandId brand) {
        synchronized (shelves) {
            return shelves.computeIfAbsent(brand, _ -> new Shelf());
        }
    }

    /** Forgets the books that were not asked for the longest. */
    private void makeRoom(Shelf needed) {
        synchronized (shelves) {
            var codes = shelves.values().stream()
                    .mapToLong(shelf -> shelf.book.size())
                    .sum();
            var oldest = shelves.values().iterator();
            while (codes > MOST_CODES && oldest.hasNext()) {
                var shelf = oldest.next();
                if (shelf != needed) {
                    codes -= shelf.book.size();
                    oldest.remove();
                }
            }
        }
    }
}
