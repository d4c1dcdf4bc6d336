package dev.herald.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The least that a durable system has to do: appends a record of a fixed size for each caller, and syncs once for all who
 * wait. No database that keeps its promises can be faster on this disk.
 */
final class BatchedLog implements AutoCloseable {

    /** {@link SlowSync} knows a log by its name. */
    private static final String NAME = "bench_log";

    /** Written beforehand and used in turns, as PostgreSQL does, so that no sync has to make the file longer. */
    private static final int SIZE = 64 << 20;

    private final Path file;
    private final FileChannel channel;
    private final int recordBytes;
    private final BlockingQueue<CompletableFuture<Void>> waiting = new LinkedBlockingQueue<>();
    private final Thread writer;

    BatchedLog(Path folder, int recordBytes) throws IOException {
        this.file = folder.resolve(NAME);
        this.recordBytes = recordBytes;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var zeros = ByteBuffer.allocateDirect(1 << 20);
        for (int at = 0; at < SIZE; at += zeros.capacity()) {
            channel.write(zeros.clear(), at);
        }
        channel.force(true);
        this.writer = Thread.ofPlatform().name(NAME).start(this::run);
    }

    /** Returns when a record is durable. */
    boolean append() {
        var record = new CompletableFuture<Void>();
        waiting.add(record);
        record.join();
        return true;
    }

    private void run() {
        var batch = new ArrayList<CompletableFuture<Void>>();
        var records = ByteBuffer.allocateDirect(SIZE / 8);
        var at = 0;
        try {
            while (true) {
                batch.clear();
                batch.add(waiting.take());
                waiting.drainTo(batch, records.capacity() / recordBytes - 1);
                at = write(records, batch.size() * recordBytes, at);
                batch.forEach(record -> record.complete(null));
            }
        } catch (InterruptedException e) {
            // Asked to end.
        } catch (IOException e) {
            batch.forEach(record -> record.completeExceptionally(e));
        }
    }

    private int write(ByteBuffer records, int count, int at) throws IOException {
        var from = at + count > SIZE ? 0 : at;
        records.clear().limit(count);
        while (records.hasRemaining()) {
            channel.write(records, from + records.position());
        }
        channel.force(false);
        return from + count;
    }

    @Override
    public void close() throws IOException {
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        channel.close();
        Files.delete(file);
    }
}
