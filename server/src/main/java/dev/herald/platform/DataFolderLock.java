package dev.herald.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Lets one Herald at a time use a data folder; the operating system frees it when that Herald dies.
 *
 * <p>A process loses its lock as soon as it closes <em>any</em> channel of the file, so the locks of this process are
 * also kept in memory, and their files are not opened a second time.
 */
final class DataFolderLock implements AutoCloseable {

    /** Who holds a folder. The port is 0 until its PostgreSQL is ready. */
    record Holder(long pid, int port) {}

    private static final Pattern CONTENT = Pattern.compile("pid=(\\d+)\nport=(\\d+)\n");
    private static final Map<Path, Holder> HELD_HERE = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;

    private DataFolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Empty if somebody else holds the folder. */
    static Optional<DataFolderLock> take(Path folder) throws IOException {
        var file = fileOf(folder);
        if (HELD_HERE.putIfAbsent(file, new Holder(ownPid(), 0)) != null) {
            return Optional.empty();
        }
        var taken = false;
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            taken = channel.tryLock() != null;
        } finally {
            if (!taken) {
                channel.close();
                HELD_HERE.remove(file);
            }
        }
        if (!taken) {
            return Optional.empty();
        }
        var lock = new DataFolderLock(file, channel);
        lock.announce(0);
        return Optional.of(lock);
    }

    /** Who held the folder last: ask only after {@link #take} was refused. */
    static Optional<Holder> holder(Path folder) throws IOException {
        var file = fileOf(folder);
        var here = HELD_HERE.get(file);
        if (here != null) {
            return Optional.of(here);
        }
        var content = CONTENT.matcher(Files.exists(file) ? Files.readString(file) : "");
        return content.matches()
                ? Optional.of(new Holder(Long.parseLong(content.group(1)), Integer.parseInt(content.group(2))))
                : Optional.empty();
    }

    /** Tells whoever wants to attach where the PostgreSQL of this folder listens. */
    void announce(int port) throws IOException {
        HELD_HERE.put(file, new Holder(ownPid(), port));
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(("pid=" + ownPid() + "\nport=" + port + "\n").getBytes(UTF_8)), 0);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StartRefused("The lock " + file + " cannot be closed: " + e);
        } finally {
            HELD_HERE.remove(file);
        }
    }

    private static Path fileOf(Path folder) throws IOException {
        return folder.toRealPath().resolve("herald.lock");
    }

    private static long ownPid() {
        return ProcessHandle.current().pid();
    }
}
