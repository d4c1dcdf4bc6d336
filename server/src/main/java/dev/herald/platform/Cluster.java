package dev.herald.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A data folder of PostgreSQL with the programs and the user that belong to it. Thin: each method runs one program. */
record Cluster(Path folder, ServerBinaries binaries, ServerUser user) {

    /** Long enough for the recovery after a crash in the middle of heavy writing. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(15);

    private static final Duration STOP_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(3);
    private static final long LARGEST_LOG_BYTES = 10_000_000;

    /** What differs from PostgreSQL's defaults. Whatever makes a commit durable is named, so that no file can undo it. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=100",
            "shared_buffers=256MB",
            "max_wal_size=2GB",
            "checkpoint_timeout=15min",
            "wal_compression=pglz",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC");

    /** Opens the data folder under {@code parent}, making it if there is none. */
    static Cluster under(Path parent, ServerBinaries binaries, Secret password, Consumer<String> say)
            throws IOException {
        var folder = folderUnder(parent);
        if (!Files.exists(folder)) {
            create(folder, binaries, password, say);
        }
        refuseOtherVersion(folder, binaries);
        return new Cluster(folder, binaries, ServerUser.owning(folder));
    }

    static Path folderUnder(Path parent) {
        return parent.resolve("database");
    }

    /** Makes the folder under another name first: a half-made one must never be taken for a database. */
    private static void create(Path folder, ServerBinaries binaries, Secret password, Consumer<String> say)
            throws IOException {
        say.accept("Making a new database in " + folder);
        var unfinished = folder.resolveSibling("database.new");
        FolderTree.delete(unfinished);
        Files.createDirectory(unfinished);
        var user = ServerUser.adopting(unfinished, binaries.program("initdb"));
        user.other().ifPresent(name -> say.accept("PostgreSQL refuses to run as root: running it as " + name));
        new Cluster(unfinished, binaries, user).initialise(password);
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private void initialise(Secret password) throws IOException {
        var passwordFile = folder.resolveSibling("initdb.password");
        password.writeFor(folder, passwordFile);
        try {
            succeed(
                    "initdb",
                    "",
                    List.of(
                            "--pgdata=" + folder,
                            "--username=" + EmbeddedPostgres.USER,
                            "--auth=scram-sha-256",
                            "--pwfile=" + passwordFile,
                            "--data-checksums",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        succeed(
                "postgres",
                "create database " + EmbeddedPostgres.DATABASE + "\n",
                List.of("--single", "-D", folder.toString(), "template1"));
    }

    private static void refuseOtherVersion(Path folder, ServerBinaries binaries) throws IOException {
        var version = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!version.equals(Integer.toString(binaries.majorVersion()))) {
            throw new StartRefused("The database in " + folder + " was made by PostgreSQL " + version
                    + ", this Herald brings " + binaries.majorVersion()
                    + ": run it with the Herald that made it, move it to a PostgreSQL of your own with pg_dump and"
                    + " start with --database-url, or choose an empty folder with --data");
        }
    }

    /** Returns when the server accepts connections. It lives on in a session of its own, out of reach of Ctrl-C. */
    Postmaster start(int port, Consumer<String> say) throws IOException {
        Postmaster.forgetDead(folder);
        var log = rotatedLog();
        var before = Files.exists(log) ? Files.size(log) : 0;
        var exitCode = control(List.of(
                        "start", "--wait", "--timeout=" + START_TIMEOUT.toSeconds(), "--options=" + options(port)))
                .runInto(
                        log,
                        PROGRESS_EVERY,
                        waited -> say.accept("Waiting for PostgreSQL, " + waited.toSeconds()
                                + " s (after a crash it recovers first)"));
        var postmaster = Postmaster.of(folder);
        if (exitCode != 0 || postmaster.isEmpty()) {
            throw new StartRefused("PostgreSQL does not start: " + reason(log, before) + " (see " + log + ")");
        }
        return postmaster.get();
    }

    /** Ends all connections and transactions, writes what is in memory, and returns when the server is gone. */
    void stop() throws IOException {
        var result = control(List.of("stop", "--mode=fast", "--wait", "--timeout=" + STOP_TIMEOUT.toSeconds()))
                .run("");
        if (!result.succeeded() && Postmaster.of(folder).isPresent()) {
            throw new StartRefused("PostgreSQL does not stop: " + result.output());
        }
    }

    private static String options(int port) {
        var options = new StringBuilder("-p ").append(port);
        SETTINGS.forEach(setting -> options.append(" -c '").append(setting).append('\''));
        return options.toString();
    }

    private Program control(List<String> arguments) {
        var words = new ArrayList<>(arguments);
        words.add("--pgdata=" + folder);
        return user.program(binaries.program("pg_ctl"), words);
    }

    private void succeed(String program, String input, List<String> arguments) throws IOException {
        var result = user.program(binaries.program(program), arguments).run(input);
        if (!result.succeeded()) {
            throw new StartRefused("The database cannot be made in " + folder + ": " + lastLine(result.output()));
        }
    }

    private Path rotatedLog() throws IOException {
        var log = folder.resolveSibling("postgres.log");
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG_BYTES) {
            Files.move(log, folder.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    /** The server's own last words since {@code from}, without their time stamp. */
    private static String reason(Path log, long from) throws IOException {
        try (var in = Files.newInputStream(log, StandardOpenOption.READ)) {
            in.skipNBytes(from);
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("could not"))
                    .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|LOG|WARNING): +", ""))
                    .reduce((first, last) -> first)
                    .orElse("it gives no reason");
        }
    }

    private static String lastLine(String output) {
        return output.lines()
                .filter(line -> !line.isBlank())
                .reduce((a, b) -> b)
                .orElse("no reason given");
    }
}
