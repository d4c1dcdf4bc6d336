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

    /**
     * Who holds a folder.
     *
     * @param port where its PostgreSQL listens; 0 until that is ready
     * @param address where people reach Herald; "" until it serves them
     */
    record Holder(long pid, int port, String address) {

        private static final Pattern CONTENT = Pattern.compile("pid=(\\d+)\nport=(\\d+)\naddress=(.*)\n");

        static Optional<Holder> read(String content) {
            var found = CONTENT.matcher(content);
            return found.matches()
                    ? Optional.of(new Holder(
                            Long.parseLong(found.group(1)), Integer.parseInt(found.group(2)), found.group(3)))
                    : Optional.empty();
        }

        String written() {
            return "pid=" + pid + "\nport=" + port + "\naddress=" + address + "\n";
        }
    }

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
        if (HELD_HERE.putIfAbsent(file, ourselves(0, "")) != null) {
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
        lock.announce(0, "");
        return Optional.of(lock);
    }

    /** Who held the folder last: ask only after {@link #take} was refused. */
    static Optional<Holder> holder(Path folder) throws IOException {
        var file = fileOf(folder);
        var here = HELD_HERE.get(file);
        if (here != null) {
            return Optional.of(here);
        }
        return Holder.read(Files.exists(file) ? Files.readString(file) : "");
    }

    /** Tells whoever wants to attach where the PostgreSQL and the pages of this folder's Herald are. */
    void announce(int port, String address) throws IOException {
        var holder = ourselves(port, address);
        HELD_HERE.put(file, holder);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.written().getBytes(UTF_8)), 0);
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

    private static Holder ourselves(int port, String address) {
        return new Holder(ProcessHandle.current().pid(), port, address);
    }
}
