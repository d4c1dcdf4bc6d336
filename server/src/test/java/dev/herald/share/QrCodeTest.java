package dev.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String LINK = "https://codes.heartbeat.example/r/7k3mpq9x";

    @Test
    void a_saved_picture_is_read_by_a_reader() throws Exception {
        assertThat(read(picture(QrCode.of(LINK)))).isEqualTo(LINK);
    }

    @Test
    void a_saved_picture_is_large_enough_to_print_and_small_enough_to_send() throws IOException {
        var png = QrCode.of(LINK).png();

        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isGreaterThanOrEqualTo(1_200);
        assertThat(png).hasSizeLessThan(60_000);
    }

    @Test
    void a_drawing_is_read_as_well() throws Exception {
        assertThat(read(drawn(QrCode.of(LINK).svg()))).isEqualTo(LINK);
    }

    @Test
    void letters_of_any_script_are_read() throws Exception {
        assertThat(read(picture(QrCode.of("https://läden.example/?code=ÉTÉ20"))))
                .endsWith("ÉTÉ20");
    }

    @Test
    void four_white_modules_are_around_it() throws IOException {
        var image = picture(QrCode.of(LINK));
        var module = image.getWidth() / sideOf(QrCode.of(LINK).svg());

        for (var at = 0; at < image.getWidth(); at++) {
            for (var edge = 0; edge < 4 * module; edge++) {
                assertThat(new Color(image.getRGB(at, edge))).isEqualTo(Color.WHITE);
                assertThat(new Color(image.getRGB(edge, at))).isEqualTo(Color.WHITE);
            }
        }
    }

    @Test
    void it_still_reads_with_a_coffee_stain() throws Exception {
        var image = picture(QrCode.of(LINK));
        var stain = image.createGraphics();
        stain.setColor(Color.GRAY);
        var size = image.getWidth() / 6;
        stain.fillOval(image.getWidth() / 2 - size / 2, image.getHeight() / 2 - size / 2, size, size);
        stain.dispose();

        assertThat(read(image)).isEqualTo(LINK);
    }

    private static BufferedImage picture(QrCode code) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(code.png()));
    }

    /** Draws what the path says, eight pixels to a module. */
    private static BufferedImage drawn(String svg) {
        var side = sideOf(svg);
        var image = new BufferedImage(side * 8, side * 8, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side * 8, side * 8);
        pen.setColor(Color.BLACK);
        Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z")
                .matcher(svg)
                .results()
                .forEach(run -> pen.fillRect(
                        Integer.parseInt(run.group(1)) * 8,
                        Integer.parseInt(run.group(2)) * 8,
                        Integer.parseInt(run.group(3)) * 8,
                        8));
        pen.dispose();
        return image;
    }

    private static int sideOf(String svg) {
        return Integer.parseInt(svg.replaceFirst("(?s).*viewBox=\"0 0 (\\d+) .*", "$1"));
    }

    private static String read(BufferedImage image) throws Exception {
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        LuminanceSource light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(light)))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("No QR code found", e);
        }
    }
}
