package dev.herald.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Unpacks a tar archive of files, folders and symbolic links (ustar, with the long names of GNU tar). */
final class Tar {

    private static final int BLOCK = 512;

    private final InputStream in;
    private final Path target;

    private Tar(InputStream in, Path target) {
        this.in = in;
        this.target = target;
    }

    static void unpack(InputStream in, Path target) throws IOException {
        new Tar(in, target).unpackAll();
    }

    private void unpackAll() throws IOException {
        var longName = "";
        for (var header = block(); header[0] != 0; header = block()) {
            var size = number(header, 124, 12);
            var type = (char) header[156];
            if (type == 'L') {
                longName = text(content(size), 0, (int) size);
                continue;
            }
            var name = longName.isEmpty() ? name(header) : longName;
            longName = "";
            unpackOne(inside(name), type, header, size);
        }
    }

    private void unpackOne(Path path, char type, byte[] header, long size) throws IOException {
        switch (type) {
            case '0', '\0' -> {
                Files.createDirectories(parentOf(path));
                Files.write(path, content(size));
                allow(path, (number(header, 100, 8) & 0100) != 0);
            }
            case '5' -> {
                Files.createDirectories(path);
                allow(path, true);
            }
            case '2' -> {
                Files.createDirectories(parentOf(path));
                Files.createSymbolicLink(path, Path.of(text(header, 157, 100)));
            }
            default -> throw new IOException("A tar entry of unknown type '" + type + "': " + path);
        }
    }

    /** The server may run as another user than the one who unpacks, so everybody may read, whatever the umask. */
    private static void allow(Path path, boolean executable) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private Path inside(String name) throws IOException {
        var path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("A tar entry outside its folder: " + name);
        }
        return path;
    }

    private Path parentOf(Path path) {
        var parent = path.getParent();
        return parent == null ? target : parent;
    }

    private byte[] block() throws IOException {
        return exactly(BLOCK);
    }

    private byte[] content(long size) throws IOException {
        var bytes = exactly(Math.toIntExact(size));
        exactly((int) (-size & (BLOCK - 1)));
        return bytes;
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The tar archive ends in the middle of an entry");
        }
        return bytes;
    }

    private static String name(byte[] header) {
        var prefix = text(header, 345, 155);
        var name = text(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static long number(byte[] header, int from, int length) {
        return Long.parseLong(text(header, from, length).strip(), 8);
    }

    private static String text(byte[] bytes, int from, int length) {
        var end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, UTF_8);
    }
}
