package dev.herald.share;

import io.nayuki.qrcodegen.QrCode.Ecc;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A text that cameras read. Always dark on white with its quiet zone, in whatever colours the page around it is. */
public final class QrCode {

    /** White modules around it: readers need four to find it. */
    private static final int QUIET = 4;

    /** Sharp in print on a poster, and still a small file. */
    private static final int PRINT_PIXELS = 1_200;

    private static final int WHITE = 0xffffff;
    private static final int DARK = 0x111827;

    private final io.nayuki.qrcodegen.QrCode code;

    private QrCode(io.nayuki.qrcodegen.QrCode code) {
        this.code = code;
    }

    /** Mends itself when up to 15 % of it are dirty or covered. */
    public static QrCode of(String text) {
        return new QrCode(io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM));
    }

    /** One path of horizontal runs: no seams between modules, however it is scaled. */
    public String svg() {
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                var run = run(x, y);
                if (run > 0) {
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                    path.append('h').append(run).append("v1h-").append(run).append('z');
                    x += run;
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="480" height="480" \
                shape-rendering="crispEdges"><path fill="#%2$06x" d="M0 0h%1$dv%1$dH0z"/>\
                <path fill="#%3$06x" d="%4$s"/></svg>
                """.formatted(side(), WHITE, DARK, path);
    }

    public byte[] png() {
        var scale = Math.ceilDiv(PRINT_PIXELS, side());
        var pixels = side() * scale;
        var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < pixels; y++) {
            for (var x = 0; x < pixels; x++) {
                var dark = code.getModule(x / scale - QUIET, y / scale - QUIET);
                image.setRGB(x, y, dark ? DARK : WHITE);
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private int side() {
        return code.size + 2 * QUIET;
    }

    /** How many dark modules follow one another from here to the right. */
    private int run(int x, int y) {
        var length = 0;
        while (code.getModule(x + length, y)) {
            length++;
        }
        return length;
    }
}
