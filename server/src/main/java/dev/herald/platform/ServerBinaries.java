package dev.herald.platform;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;
import org.tukaani.xz.XZInputStream;

/** The programs of the PostgreSQL that is bundled with Herald, unpacked into a folder of their own. */
record ServerBinaries(Path folder, int majorVersion) {

    /** Unpacks once: the folder's name carries the archive's checksum, and only a complete folder gets that name. */
    static ServerBinaries unpackedUnder(Path parent, Consumer<String> say) {
        var archive = archive();
        try {
            var folder = parent.resolve("postgres-" + checksum(archive));
            if (!Files.exists(folder)) {
                say.accept("Unpacking the bundled PostgreSQL");
                unpack(archive, folder);
            }
            return new ServerBinaries(folder.toRealPath(), majorVersion(folder));
        } catch (IOException e) {
            throw new StartRefused("The bundled PostgreSQL cannot be unpacked under " + parent + ": " + e);
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static URL archive() {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var cpu = System.getProperty("os.arch", "").equals("aarch64") ? "arm_64" : "x86_64";
        var name = "/postgres-" + os + "-" + cpu + ".txz";
        var archive = ServerBinaries.class.getResource(name);
        if (archive == null) {
            throw new StartRefused("This build of Herald brings no PostgreSQL for " + System.getProperty("os.name")
                    + " " + System.getProperty("os.arch") + ": use your own with --database-url");
        }
        return archive;
    }

    /** The jar's own checksum of the archive, because hashing 15 MB at every start would be felt. */
    private static String checksum(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar) {
            return HexFormat.of().toHexDigits((int) jar.getJarEntry().getCrc());
        }
        return "loose";
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        var unfinished = folder.resolveSibling(folder.getFileName() + ".new");
        FolderTree.delete(unfinished);
        Files.createDirectories(unfinished);
        try (var in = new XZInputStream(archive.openStream())) {
            Tar.unpack(in, unfinished);
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The catalogue's bootstrap file begins with the line "# PostgreSQL 18". */
    private static int majorVersion(Path folder) throws IOException {
        try (var lines = Files.lines(folder.resolve("share/postgresql/postgres.bki"))) {
            return Integer.parseInt(
                    lines.findFirst().orElse("").replace("# PostgreSQL ", "").strip());
        }
    }
}
