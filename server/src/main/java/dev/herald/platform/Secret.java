package dev.herald.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The superuser's password, kept in a file that only its owner can read. */
record Secret(String text) {

    private static final int BYTES = 24;

    /** Reads the password, or makes one and writes it down before anything is protected with it. */
    static Secret keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            var unfinished = file.resolveSibling(file.getFileName() + ".new");
            random().write(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Secret(Files.readString(file).strip());
    }

    /** Writes a copy which the owner of a folder can read: initdb may run as another user. */
    void writeFor(Path folder, Path file) throws IOException {
        write(file);
        Files.setOwner(file, Files.getOwner(folder));
    }

    private void write(Path file) throws IOException {
        Files.deleteIfExists(file);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(file, options, onlyOwner)) {
            channel.write(ByteBuffer.wrap((text + "\n").getBytes(UTF_8)));
        }
    }

    private static Secret random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
