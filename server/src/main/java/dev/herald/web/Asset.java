package dev.herald.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A file that pages link to. Its path carries a digest of its bytes, so that a browser may keep it for ever. */
final class Asset {

    private static final int DIGEST_CHARACTERS = 16;

    private final String name;
    private final String type;
    private final byte[] bytes;
    private final String digest;
    private byte[] compressed = {};

    Asset(String name, String type, byte[] bytes) {
        this.name = name;
        this.type = type;
        this.bytes = bytes;
        this.digest = digest(bytes);
    }

    String path() {
        return Assets.ROOT + digest + "/" + name;
    }

    String type() {
        return type;
    }

    String digest() {
        return digest;
    }

    byte[] plain() {
        return bytes;
    }

    /** Compressed by the first visitor and kept: doing it for all of them at the start would delay the start. */
    synchronized byte[] compressed() {
        if (compressed.length == 0) {
            compressed = gzip(bytes, Deflater.BEST_COMPRESSION);
        }
        return compressed;
    }

    static byte[] gzip(byte[] plain, int level) {
        var out = new ByteArrayOutputStream(plain.length / 3);
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(level);
            }
        }) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(sha).substring(0, DIGEST_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
