package dev.herald.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.access.BrandLook;
import dev.herald.access.BrandSecret;
import dev.herald.platform.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsksTest {

    @Test
    void a_request_is_put_together_as_a_careful_shop_would_write_it() {
        var brand = new Brand(
                new BrandId(1),
                "Bench",
                Brand.Mode.TEST,
                new BrandSecret(new byte[32]),
                ZoneOffset.UTC,
                false,
                BrandLook.PLAIN,
                Brand.NO_PAYOUT_LIMIT);
        var code = new Stock.Code(new Stock.Owner(brand, "sk_1"), "ABCD-EFGH", 1, 1, "Campaign", 1, "Ambassador");
        var asks = new Asks(new Stock(List.of(code)));
        var first = request(asks);
        var second = request(asks);

        var head = first.substring(0, first.indexOf("\r\n\r\n"));
        var body = first.substring(head.length() + 4);
        assertThat(head)
                .startsWith("POST /v1/redemptions HTTP/1.1\r\n")
                .contains("\r\nAuthorization: Bearer sk_1\r\n")
                .contains("\r\nContent-Length: " + body.length());
        var tree = Json.parse(body.getBytes(StandardCharsets.US_ASCII)).orElseThrow();
        var reference = tree.at("/order/reference").asText();
        assertThat(head).contains("\r\nIdempotency-Key: " + reference + "\r\n");
        assertThat(tree.at("/code").asText()).isEqualTo("ABCD-EFGH");
        assertThat(tree.at("/customer/id").asText()).matches("customer-[0-9]{7}");
        assertThat(tree.at("/order/amount").asLong()).isBetween(10_000L, 19_999L);
        assertThat(second).isNotEqualTo(first).doesNotContain(reference + "\r\n");
    }

    private static String request(Asks asks) {
        var buffer = ByteBuffer.allocate(1_000);
        assertThat(asks.next(buffer)).isZero();
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
    }
}
