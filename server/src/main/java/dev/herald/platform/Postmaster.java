package dev.herald.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The main process of a PostgreSQL server, as the file postmaster.pid in its data folder tells of it. */
record Postmaster(ProcessHandle process, int port) {

    private static final int PORT_LINE = 3;

    /** The live server of a data folder. A file that a crash left behind, or a reused process number, is none. */
    static Optional<Postmaster> of(Path dataFolder) throws IOException {
        var lines = lines(dataFolder);
        if (lines.length <= PORT_LINE) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines[0].strip()))
                .filter(Postmaster::isServer)
                .map(process -> new Postmaster(process, Integer.parseInt(lines[PORT_LINE].strip())));
    }

    /**
     * Removes the file of a dead server whose process number another program has got since (usual in a container that
     * starts again): PostgreSQL itself would take that program for a running server and refuse to start.
     */
    static void forgetDead(Path dataFolder) throws IOException {
        var lines = lines(dataFolder);
        if (lines[0].isBlank()) {
            return;
        }
        var process = ProcessHandle.of(Long.parseLong(lines[0].strip()));
        if (process.isPresent() && !isServer(process.get())) {
            Files.deleteIfExists(file(dataFolder));
        }
    }

    boolean isAlive() {
        return isServer(process);
    }

    boolean runs(Path program) {
        return process.info().command().filter(program.toString()::equals).isPresent();
    }

    /** A process whose program cannot be seen counts as the server: better to refuse than to start a second one. */
    private static boolean isServer(ProcessHandle process) {
        var command = process.info().command();
        return process.isAlive()
                && !isZombie(process)
                && command.map(c -> c.endsWith("/postgres")).orElse(true);
    }

    /** Where Herald is the first process of a container, nobody buries a killed server. */
    private static boolean isZombie(ProcessHandle process) {
        try {
            var status = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return status.substring(status.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return false;
        }
    }

    private static String[] lines(Path dataFolder) throws IOException {
        try {
            return Files.readString(file(dataFolder)).split("\n", -1);
        } catch (NoSuchFileException e) {
            return new String[] {""};
        }
    }

    private static Path file(Path dataFolder) {
        return dataFolder.resolve("postmaster.pid");
    }
}
