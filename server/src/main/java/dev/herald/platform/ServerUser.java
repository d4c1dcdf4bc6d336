package dev.herald.platform;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The user under whom the server's programs run: the owner of the data folder. PostgreSQL refuses to run as root, so
 * there either another user owns the folder, or the programs run in a user namespace, where root looks like nobody.
 */
record ServerUser(List<String> prefix, String name) {

    private static final ServerUser OURSELVES = new ServerUser(List.of(), "");
    private static final ServerUser NAMESPACE =
            new ServerUser(List.of("unshare", "--user"), "nobody, in a namespace of its own");
    private static final List<String> UNPRIVILEGED = List.of("herald", "postgres", "nobody");

    ServerUser {
        prefix = List.copyOf(prefix);
    }

    static ServerUser owning(Path dataFolder) throws IOException {
        if (!isRoot()) {
            return OURSELVES;
        }
        var owner = (Integer) Files.getAttribute(dataFolder, "unix:uid");
        var group = (Integer) Files.getAttribute(dataFolder, "unix:gid");
        return owner == 0
                ? NAMESPACE
                : new ServerUser(
                        List.of("setpriv", "--reuid=" + owner, "--regid=" + group, "--clear-groups"),
                        Files.getOwner(dataFolder).getName());
    }

    /**
     * Gives an empty data folder to an unprivileged user if there is one who can reach it. Nothing may have been given
     * away when the namespace is used: there only root's own files are accessible.
     */
    static ServerUser adopting(Path emptyDataFolder, Path anyProgram) throws IOException {
        if (!isRoot()) {
            return OURSELVES;
        }
        var name = unprivilegedUser();
        if (name.isPresent() && gaveTo(name.get(), emptyDataFolder)) {
            var user = owning(emptyDataFolder);
            if (user.canRun(anyProgram)) {
                return user;
            }
            run(List.of("chown", "0:0", emptyDataFolder.toString()));
        }
        if (NAMESPACE.canRun(anyProgram)) {
            return NAMESPACE;
        }
        throw new StartRefused("PostgreSQL does not run as root, and no other user can enter " + emptyDataFolder
                + ": run Herald as another user, or choose a folder that everybody may enter with --data");
    }

    Program program(Path program, List<String> arguments) {
        var words = Stream.of(prefix, List.of(program.toString()), arguments)
                .flatMap(List::stream)
                .toList();
        return new Program(words, folderOf(program));
    }

    /** Whom the server runs as, if not as ourselves. */
    Optional<String> other() {
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private boolean canRun(Path program) {
        var words = new ArrayList<>(prefix);
        words.addAll(List.of(program.toString(), "--version"));
        return run(words);
    }

    private static boolean gaveTo(String user, Path folder) {
        return run(List.of("chown", user + ":", folder.toString()));
    }

    /** False also if the program is not installed. */
    private static boolean run(List<String> words) {
        try {
            return new Program(words, Path.of("/")).run("").succeeded();
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> unprivilegedUser() {
        return UNPRIVILEGED.stream().filter(ServerUser::exists).findFirst();
    }

    private static boolean exists(String user) {
        return run(List.of("id", user));
    }

    private static Path folderOf(Path program) {
        var folder = program.getParent();
        return folder == null ? Path.of("/") : folder;
    }

    private static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }
}
