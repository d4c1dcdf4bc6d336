package dev.herald.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A disk of few megabytes, in memory, that can be filled up. Only root can make one. */
final class SmallDisk implements AutoCloseable {

    /** Enough for a database and its log at work. */
    static final int MEGABYTES = 2_000;

    private static final int PIECE = 65_536;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Empty where this machine does not allow it. */
    static Optional<SmallDisk> mount(Path folder, int megabytes) {
        try {
            Files.createDirectories(folder);
            return run(List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()))
                    ? Optional.of(new SmallDisk(folder))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Path folder() {
        return folder;
    }

    /** Until not a byte is left. */
    void fill() {
        var piece = ByteBuffer.allocate(PIECE);
        try (var file = FileChannel.open(ballast(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.position(file.size());
            while (true) {
                piece.clear();
                file.write(piece);
            }
        } catch (IOException e) {
            // It is full.
        }
    }

    /** Until there is room again. */
    void empty() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static boolean run(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        try {
            run(List.of("umount", folder.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
