package dev.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.BrandSecret;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClickTokenTest {

    private static final BrandSecret SECRET = new BrandSecret(new byte[32]);
    private static final Instant AT = Instant.parse("2026-06-01T12:00:00.999Z");

    @Test
    void says_the_link_and_the_second_of_the_click() {
        var text = new ClickToken(123_456_789_012L, AT).text(SECRET);
        assertThat(text).matches("[0-9A-HJKMNP-TV-Z]{32}");
        assertThat(ClickToken.read(SECRET, text))
                .contains(new ClickToken(123_456_789_012L, Instant.parse("2026-06-01T12:00:00Z")));
        assertThat(ClickToken.read(SECRET, text.toLowerCase(Locale.ROOT))).isPresent();
    }

    @Test
    void reads_back_whatever_it_wrote() {
        var random = new SplittableRandom(7);
        for (var i = 0; i < 10_000; i++) {
            var link = i == 0 ? 0 : random.nextLong();
            var token = new ClickToken(link, Instant.ofEpochSecond(random.nextLong(1L << 32)));
            assertThat(ClickToken.read(SECRET, token.text(SECRET))).contains(token);
        }
    }

    @Test
    void of_another_brand_is_none() {
        var other = new BrandSecret(new byte[] {1});
        assertThat(ClickToken.read(SECRET, new ClickToken(1, AT).text(other))).isEmpty();
    }

    @Test
    void with_any_symbol_changed_is_none() {
        var text = new ClickToken(987_654_321_098_765L, AT).text(SECRET);
        for (var i = 0; i < text.length(); i++) {
            var changed = text.charAt(i) == '0' ? '1' : '0';
            assertThat(ClickToken.read(SECRET, text.substring(0, i) + changed + text.substring(i + 1)))
                    .isEmpty();
        }
    }

    @Test
    void is_read_of_nothing_else() {
        var text = new ClickToken(1, AT).text(SECRET);
        assertThat(ClickToken.read(SECRET, "")).isEmpty();
        assertThat(ClickToken.read(SECRET, text + "0")).isEmpty();
        assertThat(ClickToken.read(SECRET, text.substring(1))).isEmpty();
        assertThat(ClickToken.read(SECRET, "é".repeat(32))).isEmpty();
        assertThat(ClickToken.read(SECRET, "U".repeat(32))).isEmpty();
        assertThat(ClickToken.read(SECRET, "Z".repeat(32))).isEmpty();
        assertThat(ClickToken.read(SECRET, "ŉ".repeat(16))).isEmpty();
    }
}
