package dev.herald.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.app.TestHerald;
import dev.herald.app.TestHerald.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class InsightRoutesTest {

    private static TestHerald herald;

    @BeforeAll
    static void start() {
        herald = new TestHerald();
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @Nested
    class The_ranking {

        @Test
        void counts_what_stands_and_nets_what_was_reversed() {
            var campaign = new PersonalCampaign("Mia Wong", "José García", "Zoë Blum");
            var first = campaign.redeem(0, "r-1", 5_000, true);
            campaign.redeem(0, "r-2", 3_000, false);
            campaign.redeem(0, "r-3", 2_000, false);
            var second = campaign.redeem(1, "r-4", 10_000, true);
            reverse(first, Map.of("reason", "refunded"), "whole");
            reverse(second, Map.of("reason", "refunded", "amount", 2_500), "part");

            var ranking =
                    herald.get("/v1/campaigns/" + campaign.id + "/ranking").json();
            assertThat(ranking.path("data")).hasSize(3);
            assertThat(ranking.path("has_more").asBoolean()).isFalse();
            assertThat(ranking.path("uncredited").asInt()).isZero();

            var mia = ranking.path("data").get(0);
            assertThat(mia.path("place").asInt()).isEqualTo(1);
            assertThat(mia.at("/places/0").asInt()).isEqualTo(1);
            assertThat(mia.at("/places/1").asInt()).isBetween(1, 3);
            assertThat(mia.at("/ambassador/name").asText()).isEqualTo("Mia Wong");
            assertThat(mia.at("/ambassador/id").asText()).isEqualTo(campaign.ambassadors.get(0));
            assertThat(mia.at("/codes/0/display").asText()).isEqualTo(campaign.codes.get(0));
            assertThat(mia.path("redemptions").asInt()).isEqualTo(2);
            assertThat(mia.path("reversed").asInt()).isEqualTo(1);
            assertThat(mia.at("/revenue/amount").asLong()).isEqualTo(5_000);
            assertThat(mia.at("/revenue/currency").asText()).isEqualTo("USD");
            assertThat(mia.at("/discount/amount").asLong()).isEqualTo(1_000);
            assertThat(mia.path("first_order_share").asDouble()).isZero();
            assertThat(mia.at("/interval/0").asDouble())
                    .isLessThan(mia.path("rate").asDouble());
            assertThat(mia.at("/interval/1").asDouble())
                    .isGreaterThan(mia.path("rate").asDouble());
            assertThat(mia.path("verdict").asText()).isIn("top", "not_top", "too_early_to_tell");

            var jose = ranking.path("data").get(1);
            assertThat(jose.path("redemptions").asInt()).isEqualTo(1);
            assertThat(jose.at("/revenue/amount").asLong()).isEqualTo(7_500);
            assertThat(jose.at("/discount/amount").asLong()).isEqualTo(1_500);
            assertThat(jose.path("first_order_share").asDouble()).isEqualTo(1);

            var zoe = ranking.path("data").get(2);
            assertThat(zoe.path("redemptions").asInt()).isZero();
            assertThat(zoe.path("rate").asDouble()).isPositive();
            assertThat(zoe.path("first_order_share").asDouble()).isZero();
        }

        @Test
        void tells_a_star_from_the_rest_once_there_is_enough() {
            var names = new String[20];
            for (var i = 0; i < 20; i++) {
                names[i] = "Person " + (char) ('A' + i);
            }
            var campaign = new PersonalCampaign(names);
            for (var i = 0; i < 20; i++) {
                for (var k = 0; k < (i < 2 ? 25 : 2); k++) {
                    campaign.redeem(i, "star-" + i + "-" + k, 1_000, false);
                }
            }
            var data = herald.get("/v1/campaigns/" + campaign.id + "/ranking")
                    .json()
                    .path("data");
            assertThat(texts(data, "verdict").subList(0, 2)).containsOnly("top");
            assertThat(texts(data, "verdict").subList(2, 20)).containsOnly("not_top");
            // 25 of 1,500 people reached are 16.7 a thousand, drawn towards the others' 1.3.
            assertThat(data.get(0).path("rate").asDouble()).isEqualTo(14, within(1.0));
        }

        @Test
        void has_two_boards_and_any_top() {
            var campaign = new PersonalCampaign("Ada Large", "Bea Small", "Cleo Small");
            herald.send(
                    "PATCH",
                    "/v1/ambassadors/" + campaign.ambassadors.get(0),
                    Map.of("audience_size", 500_000),
                    herald.admin);
            for (var k = 0; k < 30; k++) {
                campaign.redeem(0, "board-a-" + k, 1_000, false);
            }
            for (var k = 0; k < 20; k++) {
                campaign.redeem(1, "board-b-" + k, 1_000, false);
            }
            var path = "/v1/campaigns/" + campaign.id + "/ranking";

            var total = herald.get(path + "?by=redemptions").json();
            assertThat(total.path("by").asText()).isEqualTo("redemptions");
            assertThat(total.path("top").asInt()).isEqualTo(1);
            assertThat(total.at("/data/0/ambassador/name").asText()).isEqualTo("Ada Large");
            var rate = herald.get(path + "?by=rate&top=2").json();
            assertThat(rate.path("by").asText()).isEqualTo("rate");
            assertThat(rate.path("top").asInt()).isEqualTo(2);
            assertThat(rate.at("/data/0/ambassador/name").asText()).isEqualTo("Bea Small");
            assertThat(rate.at("/data/0/verdict").asText()).isEqualTo("top");
            assertThat(rate.at("/data/0/top_chance").asDouble()).isGreaterThan(0.9);
            for (var wrong : List.of("by=beauty", "top=0", "top=many", "top=99999999")) {
                assertThat(herald.get(path + "?" + wrong).status()).as(wrong).isEqualTo(422);
            }
        }

        @Test
        void comes_in_pages_when_asked_to() {
            var campaign = new PersonalCampaign("Page One", "Page Two", "Page Three");
            var path = "/v1/campaigns/" + campaign.id + "/ranking?limit=2";
            var first = herald.get(path).json();
            assertThat(first.path("data")).hasSize(2);
            assertThat(first.path("has_more").asBoolean()).isTrue();
            var second =
                    herald.get(path + "&after=" + first.path("next").asText()).json();
            assertThat(second.path("data")).hasSize(1);
            assertThat(second.has("next")).isFalse();
            assertThat(herald.get(path + "&after=nobody").status()).isEqualTo(422);
            assertThat(herald.get("/v1/campaigns/" + campaign.id + "/ranking?limit=0")
                            .status())
                    .isEqualTo(422);
        }

        @Test
        void of_a_blanket_campaign_credits_nobody() {
            var id = herald.runningCampaign(Map.of("blanket_code", "NOBODY20"));
            var placed = herald.post("/v1/redemptions", TestHerald.redemption("NOBODY20", "n", "nobody-1"));
            assertThat(placed.status()).isEqualTo(201);
            var ranking = herald.get("/v1/campaigns/" + id + "/ranking").json();
            assertThat(ranking.path("data")).isEmpty();
            assertThat(ranking.path("uncredited").asInt()).isEqualTo(1);
        }
    }

    @Nested
    class The_timeline {

        @Test
        void has_every_day_from_the_first_order_to_the_last() {
            var campaign = new PersonalCampaign("Tina Line");
            var days = List.of("2026-03-01T23:59:59Z", "2026-03-02T00:00:00Z", "2026-03-04T12:00:00Z");
            campaign.redeem(0, "t-0", 1_000, true, days.get(0));
            campaign.redeem(0, "t-1", 2_000, false, days.get(1));
            var last = campaign.redeem(0, "t-2", 3_000, true, days.get(2));
            reverse(last, Map.of("reason", "cancelled"), "timeline");

            var data = herald.get("/v1/campaigns/" + campaign.id + "/timeline")
                    .json()
                    .path("data");
            assertThat(texts(data, "day")).containsExactly("2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04");
            assertThat(numbers(data, "redemptions")).containsExactly(1L, 1L, 0L, 0L);
            assertThat(numbers(data, "first_orders")).containsExactly(1L, 0L, 0L, 0L);
            assertThat(numbers(data, "reversed")).containsExactly(0L, 0L, 0L, 1L);
            assertThat(data.at("/1/revenue/amount").asLong()).isEqualTo(2_000);
            assertThat(data.at("/1/discount/amount").asLong()).isEqualTo(400);
            assertThat(data.at("/3/revenue/amount").asLong()).isZero();

            var part = herald.get("/v1/campaigns/" + campaign.id + "/timeline?from=2026-03-02&to=2026-03-03");
            assertThat(texts(part.json().path("data"), "day")).containsExactly("2026-03-02", "2026-03-03");
            assertThat(herald.get("/v1/campaigns/" + campaign.id + "/timeline?from=yesterday")
                            .status())
                    .isEqualTo(422);
        }

        @Test
        void of_a_campaign_without_orders_is_empty() {
            var campaign = new PersonalCampaign("Quiet Quinn");
            assertThat(herald.get("/v1/campaigns/" + campaign.id + "/timeline")
                            .json()
                            .path("data"))
                    .isEmpty();
        }
    }

    @Test
    void declines_are_counted_by_reason() {
        var id = herald.runningCampaign(Map.of("blanket_code", "REFUSED20", "limits", Map.of("per_code", 1)));
        for (var i = 0; i < 3; i++) {
            herald.post("/v1/redemptions", TestHerald.redemption("REFUSED20", "d" + i, "declined-" + i));
        }
        herald.post("/v1/validations", TestHerald.redemption("REFUSED20", "d9", "declined-9"));
        var declines = soon(Duration.ofSeconds(10), () -> {
            var data = herald.get("/v1/campaigns/" + id + "/declines").json().path("data");
            return data.size() == 1 && data.at("/0/total").asInt() == 3 ? data : null;
        });
        assertThat(declines.at("/0/reason").asText()).isEqualTo("limit_reached");
        assertThat(declines.at("/0/redemptions").asInt()).isEqualTo(2);
        assertThat(declines.at("/0/validations").asInt()).isEqualTo(1);
    }

    @Test
    void another_brands_campaign_looks_like_none() {
        var campaign = new PersonalCampaign("Stranger Danger");
        var other = herald.herald.access().createBrand("Other", dev.herald.access.Brand.Mode.TEST, "Otto");
        var key = herald.herald.access().createKey(other, dev.herald.access.Scope.ADMIN);
        for (var part : List.of("ranking", "timeline", "declines")) {
            var path = "/v1/campaigns/" + campaign.id + "/" + part;
            assertThat(herald.send("GET", path, null, key).status()).isEqualTo(404);
            assertThat(herald.send("GET", path, null, herald.checkout).status()).isEqualTo(403);
        }
    }

    /** A running campaign of personal codes, 20 % off, with a member for each name. */
    private static final class PersonalCampaign {

        final String id = herald.runningCampaign(Map.of("strategy", "personal"));
        final List<String> ambassadors = new ArrayList<>();
        final List<String> codes = new ArrayList<>();

        PersonalCampaign(String... names) {
            for (var name : names) {
                ambassadors.add(herald.post("/v1/ambassadors", Map.of("name", name))
                        .json()
                        .path("id")
                        .asText());
            }
            var enrolled = herald.post("/v1/campaigns/" + id + "/enrollments", Map.of("ambassador_ids", ambassadors));
            assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(201);
            enrolled.json()
                    .path("data")
                    .forEach(one -> codes.add(one.at("/code/display").asText()));
        }

        Reply redeem(int member, String order, long amount, boolean first) {
            return redeem(member, order, amount, first, Instant.now().toString());
        }

        Reply redeem(int member, String order, long amount, boolean first, String placedAt) {
            var reply = herald.post(
                    "/v1/redemptions",
                    Map.of(
                            "code",
                            codes.get(member),
                            "customer",
                            Map.of("id", "of-" + order),
                            "order",
                            Map.of(
                                    "reference", id + order,
                                    "amount", amount,
                                    "currency", "USD",
                                    "placed_at", placedAt,
                                    "first_order", first)));
            assertThat(reply.status()).as(reply.body()).isEqualTo(201);
            return reply;
        }
    }

    private static void reverse(Reply redemption, Map<String, ?> body, String key) {
        var reply = herald.post(
                "/v1/redemptions/" + redemption.json().path("id").asText() + "/reversals",
                body,
                "Idempotency-Key",
                key);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    private static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }

    private static List<Long> numbers(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(one -> one.path(field).asLong())
                .toList();
    }

    /** Asks again and again until there is an answer. */
    private static JsonNode soon(
            Duration patience, java.util.function.Supplier<@org.jspecify.annotations.Nullable JsonNode> question) {
        var deadline = Instant.now().plus(patience);
        while (Instant.now().isBefore(deadline)) {
            var answer = question.get();
            if (answer != null) {
                return answer;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("No answer within " + patience);
    }
}
