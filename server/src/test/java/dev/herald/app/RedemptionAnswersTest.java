package dev.herald.app;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.platform.TestPostgres;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What validations, redemptions and lists answer. */
class RedemptionAnswersTest {

    private static TestHerald herald;

    @BeforeAll
    static void start() {
        herald = new TestHerald();
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @Test
    void lines_share_the_discount_exactly() {
        herald.runningCampaign(Map.of("blanket_code", "LINES20"));
        var lines = List.of(
                Map.of("sku", "a", "quantity", 1, "unit_amount", 333),
                Map.of("sku", "b", "quantity", 2, "unit_amount", 333, "category", "shoes"),
                Map.of("sku", "c", "quantity", 1, "unit_amount", 1));
        var order = Map.of("reference", "lines-1", "amount", 1000, "currency", "USD", "lines", lines);
        var body = Map.of("code", "LINES20", "order", order);
        var validated = herald.post("/v1/validations", body);
        var redeemed = herald.post("/v1/redemptions", body);
        assertThat(validated.json().at("/discount/amount").asLong()).isEqualTo(200);
        assertThat(redeemed.json().get("line_discounts"))
                .isEqualTo(validated.json().get("line_discounts"));
        assertThat(redeemed.json().get("line_discounts").findValues("amount").stream()
                        .mapToLong(part -> part.asLong())
                        .sum())
                .isEqualTo(200);
        var read = herald.get("/v1/redemptions/" + redeemed.json().get("id").asText());
        assertThat(read.body()).isEqualTo(redeemed.body());
    }

    @Test
    void free_shipping_falls_on_no_line_however_small_it_is() {
        herald.runningCampaign(Map.of("blanket_code", "SHIPFREE", "offer", Map.of("type", "free_shipping")));
        for (var shipping : List.of(1, 1_000, 1_001)) {
            var body = shipped("SHIPFREE", "free-" + shipping, shipping);
            assertThat(herald.post("/v1/validations", body).json().has("line_discounts"))
                    .isFalse();
            var redeemed = herald.post("/v1/redemptions", body);
            assertThat(redeemed.json().at("/discount/amount").intValue()).isEqualTo(shipping);
            assertThat(redeemed.json().has("line_discounts")).isFalse();
            assertThat(herald.post("/v1/redemptions", body).body()).isEqualTo(redeemed.body());
            assertThat(read(redeemed).body()).isEqualTo(redeemed.body());
        }
    }

    @Test
    void an_answer_from_before_the_offers_kind_was_stored_is_given_again_byte_for_byte() throws SQLException {
        herald.runningCampaign(Map.of("blanket_code", "OLDLINES20"));
        herald.runningCampaign(Map.of("blanket_code", "OLDSHIP", "offer", Map.of("type", "free_shipping")));
        var onLines = shipped("OLDLINES20", "old-1", 495);
        var onShipping = shipped("OLDSHIP", "old-2", 1_001);
        var lines = herald.post("/v1/redemptions", onLines);
        var shipping = herald.post("/v1/redemptions", onShipping);
        try (var owner = TestPostgres.connect(herald.database)) {
            owner.createStatement()
                    .execute("update redemption set on_shipping = null where order_reference in ('old-1', 'old-2')");
        }
        assertThat(lines.json().has("line_discounts")).isTrue();
        assertThat(herald.post("/v1/redemptions", onLines).body()).isEqualTo(lines.body());
        assertThat(herald.post("/v1/redemptions", onShipping).body()).isEqualTo(shipping.body());
        assertThat(read(shipping).body()).isEqualTo(shipping.body());
    }

    @Test
    void a_validation_says_why_not_and_changes_nothing() throws SQLException {
        herald.runningCampaign(Map.of(
                "blanket_code", "ASK20", "limits", Map.of("minimum_order", Map.of("amount", 5000, "currency", "USD"))));
        var before = count("select count(*) from redemption");
        var reply = herald.post("/v1/validations", redemption("ask-20", "a", "ask-1"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("valid").asBoolean()).isFalse();
        assertThat(reply.json().at("/reasons/0/code").asText()).isEqualTo("minimum_not_met");
        assertThat(herald.post("/v1/validations", redemption("NOSUCHCODE", "a", "ask-1"))
                        .json()
                        .at("/reasons/0/code")
                        .asText())
                .isEqualTo("code_unknown");
        assertThat(count("select count(*) from redemption")).isEqualTo(before);
    }

    @Test
    void a_list_pages_through_everything_once() {
        var campaign = herald.runningCampaign(Map.of("blanket_code", "PAGES20"));
        for (int i = 0; i < 7; i++) {
            redeem("PAGES20", "p" + i, "pages-" + i);
        }
        var seen = new HashSet<String>();
        var after = "";
        for (int page = 0; page < 4; page++) {
            var reply = herald.get("/v1/redemptions?campaign=" + campaign + "&limit=2" + after);
            reply.json()
                    .get("data")
                    .forEach(one -> assertThat(seen.add(one.get("id").asText())).isTrue());
            assertThat(reply.json().get("has_more").asBoolean()).isEqualTo(page < 3);
            after = "&after=" + reply.json().path("next").asText();
        }
        assertThat(seen).hasSize(7);
    }

    /** An order of 10.00 USD of two lines, with its shipping. */
    private static Map<String, Object> shipped(String code, String order, int shipping) {
        var lines = List.of(
                Map.of("sku", "a", "quantity", 1, "unit_amount", 333),
                Map.of("sku", "b", "quantity", 1, "unit_amount", 667));
        return Map.of(
                "code",
                code,
                "order",
                Map.of("reference", order, "amount", 1000, "currency", "USD", "shipping", shipping, "lines", lines));
    }

    private static TestHerald.Reply read(TestHerald.Reply redemption) {
        return herald.get("/v1/redemptions/" + redemption.json().get("id").textValue());
    }

    private static TestHerald.Reply redeem(String code, String customer, String order) {
        return herald.post("/v1/redemptions", redemption(code, customer, order));
    }

    private static long count(String query) throws SQLException {
        try (var connection = TestPostgres.connect(herald.database);
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
