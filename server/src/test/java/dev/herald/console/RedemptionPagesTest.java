package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.app.Clicks;
import dev.herald.app.TestHerald;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RedemptionPagesTest {

    private final Desk desk = new Desk();

    @AfterEach
    void stop() {
        desk.close();
    }

    @Nested
    class The_ledger {

        @Test
        void of_a_new_brand_says_how_to_begin() {
            assertThat(desk.page("/console/redemptions")).contains("No redemption yet", "/console/developers");
        }

        @Test
        void is_narrowed_down_by_each_filter_and_by_several() {
            var personal = desk.herald.runningCampaign(Map.of("name", "Personal", "strategy", "personal"));
            var shared = desk.herald.runningCampaign(Map.of("name", "Shared", "blanket_code", "HEARTBEAT20"));
            var maya = desk.herald.enroll(personal, "Maya Okafor");
            var leo = desk.herald.enroll(personal, "Leo Brandt");
            var mayas = maya.at("/code/display").asText();
            redeem(mayas, "order-maya-1");
            var reversed = redeem(mayas, "order-maya-2");
            redeem(leo.at("/code/display").asText(), "order-leo");
            var sharedReversed = redeem("HEARTBEAT20", "order-shared");
            reverse(reversed, Map.of("reason", "refunded", "amount", 500));
            reverse(sharedReversed, Map.of("reason", "cancelled"));
            var today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);

            assertThat(orders("")).containsExactly("order-shared", "order-leo", "order-maya-2", "order-maya-1");
            assertThat(orders("campaign=" + personal)).containsExactly("order-leo", "order-maya-2", "order-maya-1");
            assertThat(orders("code=" + mayas)).containsExactly("order-maya-2", "order-maya-1");
            var mayasId = maya.at("/ambassador/id").asText();
            assertThat(orders("ambassador=" + mayasId)).containsExactly("order-maya-2", "order-maya-1");
            assertThat(orders("ambassador=" + mayasId + "&campaign=" + shared)).isEmpty();
            assertThat(orders("order=order-leo")).containsExactly("order-leo");
            assertThat(orders("order=order-leo&code=" + mayas)).isEmpty();
            assertThat(orders("order=order-l")).isEmpty();
            assertThat(orders("reversed=yes")).containsExactly("order-shared", "order-maya-2");
            assertThat(orders("reversed=yes&campaign=" + personal)).containsExactly("order-maya-2");
            assertThat(orders("reversed=yes&code=" + mayas)).containsExactly("order-maya-2");
            assertThat(orders("reversed=yes&ambassador=" + mayasId)).containsExactly("order-maya-2");
            assertThat(orders("from=" + today.minusDays(1) + "&to=" + today)).hasSize(4);
            assertThat(orders("to=" + today.minusDays(2))).isEmpty();
            assertThat(orders("from=" + today.plusDays(2))).isEmpty();
            assertThat(desk.page("/console/redemptions")).contains("Partly reversed", "Reversed", "Stands", "$20.00");
        }

        @Test
        void of_an_ambassador_has_what_came_by_a_link_which_the_redemption_says() {
            var shared = desk.herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));
            var maya = desk.herald
                    .enroll(shared, "Maya Okafor")
                    .at("/ambassador/id")
                    .asText();
            Clicks.openShop(desk.herald, desk.herald.brand);
            redeem("HEARTBEAT20", "order-nobody");
            var order = Map.of("reference", "order-link", "amount", 2000, "currency", "USD");
            var clicks = List.of(Clicks.of(desk.herald, maya));
            var credited = desk.herald.post(
                    "/v1/redemptions", Map.of("code", "HEARTBEAT20", "order", order, "clicks", clicks));

            assertThat(orders("ambassador=" + maya)).containsExactly("order-link");
            assertThat(orders("ambassador=" + maya + "&campaign=" + shared)).containsExactly("order-link");
            assertThat(desk.page(
                            "/console/redemptions/" + credited.json().get("id").asText()))
                    .contains(
                            "Maya Okafor has the credit, because this ambassador\u2019s link was clicked before the order");
        }

        @Test
        void goes_on_where_a_page_ends_and_leaves_as_a_file() {
            desk.herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));
            IntStream.range(0, 60).forEach(i -> redeem("HEARTBEAT20", "order-" + i));

            var first = desk.page("/console/redemptions?code=HEARTBEAT20");
            assertThat(ordersOf(first)).hasSize(50).startsWith("order-59");
            var next = first.replaceAll("(?s).*href=\"([^\"]*)\">Older redemptions.*", "$1")
                    .replace("&amp;", "&");
            assertThat(ordersOf(desk.page(next))).hasSize(10).endsWith("order-0");

            var file = desk.visitor.get("/console/redemptions.csv?code=HEARTBEAT20");
            assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
            assertThat(file.body().lines()).hasSize(61);
            assertThat(file.body()).contains(",order-7,HEARTBEAT20,", ",USD,20.00,0.00,4.00,0.00,standing,");
        }

        @Test
        void says_beside_the_field_what_cannot_be_read() {
            for (var filter : List.of(
                    "campaign=x",
                    "code=NOSUCH",
                    "ambassador=nobody%40example.com",
                    "from=yesterday",
                    "to=2026-02-31",
                    "from=%2B999999999-01-01")) {
                var answer = desk.visitor.get("/console/redemptions?" + filter);
                assertThat(answer.statusCode()).as(filter).isEqualTo(422);
                assertThat(answer.body()).as(filter).contains("class=\"fault\"");
                assertThat(desk.visitor
                                .get("/console/redemptions.csv?" + filter)
                                .statusCode())
                        .isEqualTo(422);
            }
            assertThat(desk.visitor.get("/console/redemptions?after=red_x").statusCode())
                    .isEqualTo(422);
        }

        @Test
        void of_another_brand_is_another_one() {
            var campaign = desk.herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));
            redeem("HEARTBEAT20", "order-1");

            assertThat(desk.stranger.get("/console/redemptions").body()).doesNotContain("order-1");
            for (var filter : List.of("order=order-1", "campaign=" + campaign, "reversed=yes")) {
                assertThat(desk.stranger.get("/console/redemptions?" + filter).body())
                        .as(filter)
                        .doesNotContain("HEARTBEAT20");
            }
            assertThat(desk.stranger
                            .get("/console/redemptions?code=HEARTBEAT20")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(desk.stranger.get("/console/redemptions.csv").body().lines())
                    .hasSize(1);
        }
    }

    @Nested
    class A_redemption {

        @Test
        void shows_all_that_is_stored_and_who_has_the_credit() {
            var personal = desk.herald.runningCampaign(Map.of("strategy", "personal"));
            var code = desk.herald
                    .enroll(personal, "Maya Okafor")
                    .at("/code/display")
                    .asText();
            var id = redeem(code, "<b>order</b>");

            assertThat(desk.page("/console/redemptions/" + id))
                    .contains("Maya Okafor has the credit, because " + code, "first order")
                    .contains("&lt;b>order&lt;/b>", "&#34;id&#34; : &#34;" + id, "Requests themselves are not kept")
                    .doesNotContain("<b>order");

            desk.herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));
            assertThat(desk.page("/console/redemptions/" + redeem("HEARTBEAT20", "order-2")))
                    .contains("Nobody has the credit: HEARTBEAT20 belongs to the campaign");
        }

        @Test
        void is_reversed_in_part_and_then_wholly_after_a_look_at_what_that_does() {
            desk.herald.runningCampaign(
                    Map.of("blanket_code", "HEARTBEAT20", "limits", Map.of("budget", money(100_000))));
            var address = "/console/redemptions/" + redeem("HEARTBEAT20", "order-1");

            var confirm = desk.page(address + "/reverse?reason=refunded&amount=5,00");
            assertThat(confirm)
                    .contains("Reverse $5.00?", "$1.00 of discount go back to the budget", "the rest stands");
            var done = desk.sent(address + "/reverse", confirmed(confirm));
            assertThat(done).isEqualTo(address + "?told=reversed");
            assertThat(desk.page(done)).contains("Partly reversed", "Refunded: $5.00", "$15.00 of the order stand");

            var rest = desk.page(address + "/reverse?reason=cancelled&amount=");
            assertThat(rest).contains("Reverse $15.00?", "Nothing of this redemption stands afterwards");
            desk.sent(address + "/reverse", confirmed(rest));
            assertThat(desk.page(address)).contains("Cancelled: $15.00").doesNotContain("See what it will do");
            assertThat(desk.visitor.get(address + "/reverse?reason=cancelled").statusCode())
                    .isEqualTo(409);
        }

        @Test
        void is_reversed_once_however_often_the_button_is_pressed() {
            desk.herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));
            var id = redeem("HEARTBEAT20", "order-1");
            var address = "/console/redemptions/" + id;
            var fields = confirmed(desk.page(address + "/reverse?reason=refunded&amount=5"));

            IntStream.range(0, 4).parallel().forEach(_ -> desk.sent(address + "/reverse", fields));

            assertThat(desk.page(address)).containsOnlyOnce("Refunded: $5.00").contains("$15.00 of the order stand");
        }

        @Test
        void is_not_reversed_by_more_than_stands_nor_by_what_is_no_amount() {
            desk.herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));
            var address = "/console/redemptions/" + redeem("HEARTBEAT20", "order-1");

            var tooMuch = desk.visitor.get(address + "/reverse?reason=refunded&amount=20.01");
            assertThat(tooMuch.statusCode()).isEqualTo(422);
            assertThat(tooMuch.body()).contains("Only $20.00 of the order still stand", "value=\"20.01\"");
            for (var amount : List.of("0", "-5", "lots", "1.234.5", "99999999999999999999")) {
                assertThat(desk.visitor
                                .get(address + "/reverse?reason=refunded&amount="
                                        + URLEncoder.encode(amount, StandardCharsets.UTF_8))
                                .statusCode())
                        .as(amount)
                        .isEqualTo(422);
            }
            for (var fields : List.of(
                    Map.<String, String>of(),
                    Map.of("reason", "because", "minor", "500", "token", "t"),
                    Map.of("reason", "refunded", "minor", "x", "token", "t"))) {
                assertThat(desk.visitor.post(address + "/reverse", fields).statusCode())
                        .isEqualTo(422);
            }
            assertThat(desk.visitor
                            .post(address + "/reverse", Map.of("reason", "refunded", "minor", "2001", "token", "t"))
                            .statusCode())
                    .isEqualTo(409);
            assertThat(desk.page(address)).contains("$20.00 of the order stand");
        }

        @Test
        void of_another_brand_is_not_there() {
            desk.herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));
            var address = "/console/redemptions/" + redeem("HEARTBEAT20", "order-1");

            desk.isHidden(List.of(address, address + "/reverse"), List.of(address + "/reverse"));
            assertThat(desk.visitor
                            .get("/console/redemptions/red_0000000000000")
                            .statusCode())
                    .isEqualTo(404);
        }

        private Map<String, String> confirmed(String page) {
            var fields = new LinkedHashMap<String, String>();
            for (var name : List.of("token", "reason", "minor")) {
                fields.put(name, Desk.hidden(page, name));
            }
            return fields;
        }
    }

    private List<String> orders(String filter) {
        return ordersOf(desk.page("/console/redemptions?" + filter));
    }

    private static List<String> ordersOf(String page) {
        return Pattern.compile("data-drawer>([^<]*)<")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private String redeem(String code, String order) {
        var reply = desk.herald.post("/v1/redemptions", TestHerald.redemption(code, "ann " + order, order));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json().get("id").asText();
    }

    private void reverse(String id, Map<String, ?> body) {
        var reply = desk.herald.post("/v1/redemptions/" + id + "/reversals", body, "Idempotency-Key", "undo " + id);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    private static Map<String, Object> money(long minor) {
        return Map.of("amount", minor, "currency", "USD");
    }
}
