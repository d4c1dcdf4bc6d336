package dev.herald.platform;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The PostgreSQL server that Herald brings along, with its programs, its data and its password in one folder.
 *
 * <p>It is durable (fsync, checksums), listens on the loopback interface only, and outlives a crash of Herald: the next
 * start takes it over. When it dies itself while Herald lives, it is started again on the same port.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String USER = "herald";
    static final String DATABASE = "herald";

    private static final Duration ATTACH_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration ATTACH_POLL = Duration.ofMillis(50);

    private final int port;
    private final Secret password;
    private final Path folder;
    private final Hold hold;

    private EmbeddedPostgres(int port, Secret password, Path folder, Hold hold) {
        this.port = port;
        this.password = password;
        this.folder = folder;
        this.hold = hold;
    }

    /** What we have of the server: all of it if it was started here, nothing if we only attached. */
    private sealed interface Hold {

        record Whole(SupervisedServer server, DataFolderLock lock) implements Hold {}

        record Visitor() implements Hold {}
    }

    /**
     * Starts the server of a folder, making folder and database if need be; {@code say} gets a line for each step that
     * takes time.
     *
     * @throws StartRefused with one line for the operator
     */
    public static EmbeddedPostgres start(Path folder, Consumer<String> say) {
        try {
            Files.createDirectories(folder);
            var lock = DataFolderLock.take(folder).orElseThrow(() -> inUse(folder));
            try {
                return startLocked(folder.toRealPath(), lock, say);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** Whether a database was made in this folder before. */
    public static boolean isIn(Path folder) {
        return Files.exists(Cluster.folderUnder(folder));
    }

    /** The server that another Herald runs in this folder, or empty if none does. Closing it leaves the server alone. */
    public static Optional<EmbeddedPostgres> attach(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                return Optional.empty();
            }
            var lock = DataFolderLock.take(folder);
            if (lock.isPresent()) {
                lock.get().close();
                return Optional.empty();
            }
            var password = Secret.keptIn(passwordFile(folder));
            return Optional.of(new EmbeddedPostgres(announcedPort(folder), password, folder, new Hold.Visitor()));
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static EmbeddedPostgres startLocked(Path folder, DataFolderLock lock, Consumer<String> say)
            throws IOException {
        refuseLostPassword(folder);
        var password = Secret.keptIn(passwordFile(folder));
        var binaries = ServerBinaries.unpackedUnder(folder, say);
        var server = SupervisedServer.start(Cluster.under(folder, binaries, password, say), password, say);
        lock.announce(server.port(), "");
        return new EmbeddedPostgres(server.port(), password, folder, new Hold.Whole(server, lock));
    }

    /** Tells those who attach where people reach the Herald that started this server. */
    public void publish(String pages) {
        if (hold instanceof Hold.Whole whole) {
            try {
                whole.lock().announce(port, pages);
            } catch (IOException e) {
                throw unusable(folder, e);
            }
        }
    }

    /** What the Herald of this folder has published; "" if nothing yet. */
    public String published() {
        try {
            return DataFolderLock.holder(folder)
                    .map(DataFolderLock.Holder::address)
                    .orElse("");
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** Where the server is; its user owns everything in it. */
    public DatabaseAddress address() {
        return address(port, DATABASE, password);
    }

    static DatabaseAddress address(int port, String database, Secret password) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, password.text());
    }

    public int port() {
        return port;
    }

    /** Stops the server if it was started here. */
    @Override
    public void close() {
        if (hold instanceof Hold.Whole(var server, var lock)) {
            try {
                server.close();
            } finally {
                lock.close();
            }
        }
    }

    private static void refuseLostPassword(Path folder) {
        if (Files.exists(Cluster.folderUnder(folder)) && !Files.exists(passwordFile(folder))) {
            throw new StartRefused("The database in " + folder + " has lost its password: put the file "
                    + passwordFile(folder) + " back from a backup");
        }
    }

    private static Path passwordFile(Path folder) {
        return folder.resolve("database.password");
    }

    private static int announcedPort(Path folder) throws IOException {
        var deadline = System.nanoTime() + ATTACH_TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            var port = DataFolderLock.holder(folder)
                    .map(DataFolderLock.Holder::port)
                    .orElse(0);
            if (port != 0) {
                return port;
            }
            LockSupport.parkNanos(ATTACH_POLL.toNanos());
        }
        throw new StartRefused("The Herald that uses " + folder + " does not become ready");
    }

    private static StartRefused inUse(Path folder) {
        try {
            var holder = DataFolderLock.holder(folder)
                    .map(known -> " (process " + known.pid() + ")")
                    .orElse("");
            return new StartRefused("The data folder " + folder + " is in use by another Herald" + holder
                    + ": stop it, or choose another folder with --data");
        } catch (IOException e) {
            return unusable(folder, e);
        }
    }

    private static StartRefused unusable(Path folder, IOException reason) {
        var why = switch (reason) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case NoSuchFileException missing -> missing.getFile() + " cannot be made";
            case FileAlreadyExistsException file -> file.getFile() + " is not a folder";
            default -> reason.toString();
        };
        return new StartRefused(
                "The data folder " + folder + " cannot be used: " + why + "; choose another one with --data");
    }
}
