package dev.herald.share;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells by its first bytes what a picture is and how large, before anything is decoded. Pure. */
final class ImageHeader {

    /** A picture that is small as a file can fill the memory when it is decoded. */
    private static final long MOST_PIXELS = 40_000_000;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private ImageHeader() {}

    /** Empty if the bytes are none of the kinds that are taken. SVG is none of them: it can carry script. */
    static Optional<ImageKind> kind(byte[] content) {
        if (startsWith(content, 0, PNG) && content.length > 33 && isText(content, 12, "IHDR")) {
            return kind("image/png", number(content, 16), number(content, 20));
        }
        if (content.length > 4 && (content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xd8) {
            return jpeg(content);
        }
        if (content.length > 30 && isText(content, 0, "RIFF") && isText(content, 8, "WEBP")) {
            return webp(content);
        }
        return Optional.empty();
    }

    static boolean hasTooManyPixels(ImageKind kind) {
        return (long) kind.width() * kind.height() > MOST_PIXELS;
    }

    /** The size stands in the first start-of-frame segment. */
    private static Optional<ImageKind> jpeg(byte[] content) {
        var at = 2;
        while (at + 9 < content.length && (content[at] & 0xff) == 0xff) {
            var marker = content[at + 1] & 0xff;
            var isFrame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (isFrame) {
                return kind("image/jpeg", pair(content, at + 7), pair(content, at + 5));
            }
            at += marker == 0xff ? 1 : 2 + pair(content, at + 2);
        }
        return Optional.empty();
    }

    private static Optional<ImageKind> webp(byte[] content) {
        if (isText(content, 12, "VP8X")) {
            return kind("image/webp", 1 + triple(content, 24), 1 + triple(content, 27));
        }
        if (isText(content, 12, "VP8L") && content[20] == 0x2f) {
            var bits = (content[21] & 0xff)
                    | (content[22] & 0xff) << 8
                    | (content[23] & 0xff) << 16
                    | (content[24] & 0xff) << 24;
            return kind("image/webp", 1 + (bits & 0x3fff), 1 + (bits >>> 14 & 0x3fff));
        }
        var isKeyFrame =
                isText(content, 12, "VP8 ") && content[23] == (byte) 0x9d && content[24] == 1 && content[25] == 0x2a;
        return isKeyFrame
                ? kind("image/webp", little(content, 26) & 0x3fff, little(content, 28) & 0x3fff)
                : Optional.empty();
    }

    private static Optional<ImageKind> kind(String type, int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new ImageKind(type, width, height)) : Optional.empty();
    }

    private static boolean startsWith(byte[] content, int at, byte[] start) {
        for (var i = 0; i < start.length; i++) {
            if (at + i >= content.length || content[at + i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(byte[] content, int at, String text) {
        return startsWith(content, at, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static int number(byte[] content, int at) {
        return pair(content, at) << 16 | pair(content, at + 2);
    }

    private static int pair(byte[] content, int at) {
        return (content[at] & 0xff) << 8 | (content[at + 1] & 0xff);
    }

    private static int little(byte[] content, int at) {
        return (content[at] & 0xff) | (content[at + 1] & 0xff) << 8;
    }

    private static int triple(byte[] content, int at) {
        return little(content, at) | (content[at + 2] & 0xff) << 16;
    }
}
