package dev.herald.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardPictureTest {

    @Test
    void it_has_the_size_that_networks_show_and_loads_fast() throws IOException {
        var png = CardPicture.png(new Card("#a61e4d", "Heartbeat", "20% off", "HEARTBEAT20"));

        assertThat(ImageIO.read(new ByteArrayInputStream(png)))
                .returns(1_200, BufferedImage::getWidth)
                .returns(630, BufferedImage::getHeight);
        assertThat(png).hasSizeLessThan(300_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#a61e4d", "#ffff00", "#ffffff", "#000000", "#7fff00"})
    void white_is_read_on_it_whatever_the_brands_colour(String colour) throws IOException {
        var image = picture(new Card(colour, "Heartbeat", "20% off", "HEARTBEAT20"));

        assertThat(contrastWithWhite(new Color(image.getRGB(2, 2)))).isGreaterThan(4.5);
        assertThat(contrastWithWhite(new Color(image.getRGB(1_190, 620)))).isGreaterThan(4.5);
    }

    @Test
    void a_long_text_stays_within_its_margins() throws IOException {
        var image = picture(new Card("#a61e4d", "W".repeat(100), "W".repeat(100), "W".repeat(64)));

        assertThat(IntStream.range(0, 340)
                        .filter(y -> IntStream.range(1_130, 1_200)
                                .anyMatch(x -> new Color(image.getRGB(x, y)).equals(Color.WHITE))))
                .isEmpty();
    }

    @Test
    void an_icon_is_square_with_a_ticket_in_the_middle() throws IOException {
        var icon = ImageIO.read(new ByteArrayInputStream(IconPicture.png("#a61e4d", 192)));

        assertThat(icon.getWidth()).isEqualTo(192).isEqualTo(icon.getHeight());
        assertThat(new Color(icon.getRGB(90, 96))).isEqualTo(Color.WHITE);
        assertThat(new Color(icon.getRGB(5, 5))).isEqualTo(Color.decode("#a61e4d"));
    }

    private static BufferedImage picture(Card card) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(CardPicture.png(card)));
    }

    private static double contrastWithWhite(Color colour) {
        return 1.05
                / (0.2126 * linear(colour.getRed())
                        + 0.7152 * linear(colour.getGreen())
                        + 0.0722 * linear(colour.getBlue())
                        + 0.05);
    }

    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
