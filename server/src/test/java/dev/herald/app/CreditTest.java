package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.platform.TestPostgres;
import dev.herald.web.Visitor;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whom redemptions are credited to, from the click on a link to the row, over HTTP. */
class CreditTest {

    private static TestHerald herald;
    private static Visitor buyer;

    @BeforeAll
    static void start() {
        herald = new TestHerald();
        buyer = new Visitor(herald.address.getPort());
        Clicks.openShop(herald, herald.brand);
    }

    @AfterAll
    static void stop() {
        buyer.close();
        herald.close();
    }

    @Nested
    class A_click_handed_back {

        @Test
        void credits_whose_link_it_was_where_the_code_is_everybodys() {
            var campaign = campaign("SHARED20", Map.of());
            var mia = enroll(campaign, "Mia Stone");
            var redeemed = redeem("SHARED20", "shared-1", click(mia));

            assertThat(redeemed.status()).isEqualTo(201);
            assertThat(redeemed.json().at("/ambassador/id").asText()).isEqualTo(mia.id());
            assertThat(redeemed.json().at("/ambassador/name").asText()).isEqualTo("Mia Stone");
            assertThat(reason(redeemed)).isEqualTo("link");
            assertThat(Instant.parse(redeemed.json().at("/credit/clicked_at").asText()))
                    .isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
            assertThat(herald.get("/v1/redemptions/" + redeemed.json().get("id").asText())
                            .body())
                    .isEqualTo(redeemed.body());
        }

        @Test
        void counts_in_the_ranking_and_on_the_ambassadors_own_pages() {
            var campaign = campaign("SEEN20", Map.of());
            var mia = enroll(campaign, "Mia Seen");
            redeem("SEEN20", "seen-1", click(mia));
            redeem("SEEN20", "seen-2");

            var ranking = Patience.until(
                    () -> herald.get("/v1/campaigns/" + campaign + "/ranking").json(),
                    json -> json.at("/data/0/redemptions").asInt() == 1
                            && json.path("uncredited").asInt() == 1);
            assertThat(ranking.at("/data/0/ambassador/name").asText()).isEqualTo("Mia Seen");
            assertThat(buyer.get(portal(mia.id())).body())
                    .contains("<dt>yours, by your link</dt><dd>1</dd>", "<dt>uses</dt><dd>2</dd>", "id=\"latest\"");
        }

        @Test
        void is_no_part_of_what_makes_a_request_the_same() {
            var mia = enroll(campaign("SAME20", Map.of()), "Mia Same");
            var first = post("/v1/redemptions", "SAME20", "same-1", List.of(click(mia)), "Idempotency-Key", "same");
            assertThat(reason(first)).isEqualTo("link");
            for (var clicks : List.of(List.<String>of(), List.of("nonsense"), List.of(click(mia), click(mia)))) {
                var again = post("/v1/redemptions", "SAME20", "same-1", clicks, "Idempotency-Key", "same");
                assertThat(again.status()).isEqualTo(201);
                assertThat(again.body()).isEqualTo(first.body());
                assertThat(post("/v1/redemptions", "SAME20", "same-1", clicks).body())
                        .isEqualTo(first.body());
            }
            var item = new HashMap<String, Object>(body("SAME20", "same-1", List.of(click(mia))));
            item.put("idempotency_key", "same");
            var batch = herald.post("/v1/redemptions/batch", Map.of("redemptions", List.of(item)));
            assertThat(batch.json().at("/data/0/id")).isEqualTo(first.json().get("id"));
            assertThat(batch.json().at("/data/0/credit/reason").asText()).isEqualTo("link");
        }

        @Test
        void with_a_reservation_is_kept_for_its_redemption() {
            var mia = enroll(campaign("HELD20", Map.of()), "Mia Held");
            var held = post("/v1/reservations", "HELD20", "held-1", List.of("nonsense", click(mia)));
            assertThat(held.status()).isEqualTo(201);
            var redeemed = redeemReserved(held, "held-1", List.of());
            assertThat(reason(redeemed)).isEqualTo("link");
            assertThat(redeemed.json().at("/ambassador/id").asText()).isEqualTo(mia.id());

            var without = post("/v1/reservations", "HELD20", "held-2", List.of());
            assertThat(reason(redeemReserved(without, "held-2", List.of(click(mia)))))
                    .isEqualTo("link");
        }
    }

    @Nested
    class What_is_no_click {

        @Test
        void counts_for_nothing_and_is_no_error() throws SQLException {
            var campaign = campaign("FORGED20", Map.of());
            var click = click(enroll(campaign, "Mia Forged"));
            var elsewhere = click(enroll(campaign("ELSEWHERE20", Map.of()), "Mia Elsewhere"));
            var forged = click.substring(0, 31) + (click.endsWith("0") ? "1" : "0");
            var brandsOwn = Clicks.on(
                    herald,
                    herald.get("/v1/campaigns/" + campaign + "/links")
                            .json()
                            .at("/data/0/path")
                            .asText());
            var none = List.of(forged, elsewhere, ofAnotherBrand(), brandsOwn, "", "?", "x".repeat(5_000), "\u0000");
            for (var token : none) {
                var order = "forged-" + none.indexOf(token);
                var redeemed = redeem("FORGED20", order, token);
                assertThat(redeemed.status()).as(token).isEqualTo(201);
                assertThat(reason(redeemed)).as(token).isEqualTo("nobody");
                assertThat(post("/v1/validations", "FORGED20", order + "v", List.of(token))
                                .json()
                                .get("valid")
                                .asBoolean())
                        .isTrue();
            }
            var most = new ArrayList<>(Collections.nCopies(9, "?"));
            most.add(click);
            assertThat(reason(post("/v1/redemptions", "FORGED20", "forged-most", most)))
                    .isEqualTo("link");
        }

        @Test
        void of_an_ambassador_who_was_removed_counts_for_nothing() {
            var mia = enroll(campaign("REMOVED20", Map.of()), "Mia Removed");
            var click = click(mia);
            herald.post("/v1/ambassadors/" + mia.id() + "/remove", Map.of());
            assertThat(reason(redeem("REMOVED20", "removed-1", click))).isEqualTo("nobody");
        }

        @Test
        void is_refused_if_it_is_no_list_of_texts() {
            campaign("LIST20", Map.of());
            for (var clicks : List.of("text", 1, Map.of(), List.of(1), List.of(List.of()), manyTexts())) {
                var body = new HashMap<String, Object>(body("LIST20", "list-1", List.of()));
                body.put("clicks", clicks);
                for (var path : List.of("/v1/redemptions", "/v1/reservations", "/v1/validations")) {
                    var refused = herald.post(path, body);
                    assertThat(refused.status()).isEqualTo(422);
                    assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/clicks");
                }
            }
        }

        private static List<String> manyTexts() {
            return Collections.nCopies(11, "x");
        }

        private static String ofAnotherBrand() {
            var brand = herald.herald.access().createBrand("Pulse", Brand.Mode.TEST, "Otto Owner");
            Clicks.openShop(herald, brand);
            var key = herald.herald.access().createKey(brand, Scope.ADMIN);
            var campaign = herald.send("POST", "/v1/campaigns", terms("PULSE20"), key)
                    .json()
                    .get("id")
                    .asText();
            herald.send("POST", "/v1/campaigns/" + campaign + "/launch", Map.of(), key);
            var links = herald.send("GET", "/v1/campaigns/" + campaign + "/links", null, key);
            return Clicks.on(herald, links.json().at("/data/0/path").asText());
        }
    }

    @Nested
    class By_policy {

        @Test
        void the_window_is_measured_from_the_click_to_the_time_of_the_order() {
            var mia = enroll(campaign("WINDOW20", Map.of("link_window_days", 3)), "Mia Window");
            var click = click(mia);
            assertThat(reason(placed(
                            "WINDOW20", "window-1", click, Duration.ofDays(3).minusMinutes(5))))
                    .isEqualTo("link");
            assertThat(reason(placed(
                            "WINDOW20", "window-2", click, Duration.ofDays(3).plusMinutes(5))))
                    .isEqualTo("nobody");
            assertThat(reason(placed("WINDOW20", "window-3", click, Duration.ofDays(-1))))
                    .isEqualTo("nobody");
        }

        @Test
        void a_link_goes_before_a_code_or_a_code_before_a_link() {
            var campaign = herald.runningCampaign(Map.of("strategy", "personal"));
            var mia = enroll(campaign, "Mia Owner");
            var click = click(enroll(campaign, "Leo Linker"));
            var byCode = redeem(mia.code(), "precedence-1", click);
            assertThat(reason(byCode)).isEqualTo("code");
            assertThat(byCode.json().at("/ambassador/id").asText()).isEqualTo(mia.id());
            assertThat(byCode.json().at("/credit").has("clicked_at")).isFalse();

            change(campaign, Map.of("policy", "link_over_code"));
            var byLink = redeem(mia.code(), "precedence-2", click);
            assertThat(reason(byLink)).isEqualTo("link");
            assertThat(byLink.json().at("/ambassador/name").asText()).isEqualTo("Leo Linker");
            assertThat(reason(redeem(mia.code(), "precedence-3"))).isEqualTo("code");
            assertThat(redeem(mia.code(), "precedence-1", click).body()).isEqualTo(byCode.body());
        }

        @Test
        void returning_customers_earn_credit_or_none() {
            var campaign = campaign("RETURN20", Map.of("returning_customers", "no_credit"));
            var mia = enroll(campaign, "Mia Return");
            assertThat(reason(redeemAs("loyal@example.com", "RETURN20", "return-1", click(mia))))
                    .isEqualTo("link");
            assertThat(reason(redeemAs("loyal@example.com", "RETURN20", "return-2", click(mia))))
                    .isEqualTo("returning_customer");
            change(campaign, Map.of("returning_customers", "credit"));
            assertThat(reason(redeemAs("loyal@example.com", "RETURN20", "return-3", click(mia))))
                    .isEqualTo("link");
        }

        @Test
        void twenty_first_orders_at_once_of_one_customer_earn_one_credit() {
            var campaign = campaign("ATONCE20", Map.of("returning_customers", "no_credit"));
            var click = click(enroll(campaign, "Mia Once"));
            var replies = Together.ask(20, i -> redeemAs("newcomer@example.com", "ATONCE20", "once-" + i, click));
            assertThat(Together.made(replies)).isEqualTo(20);
            assertThat(replies.stream().map(CreditTest::reason).filter("link"::equals))
                    .hasSize(1);
        }
    }

    @Nested
    class An_ambassador_who_buys {

        @Test
        void with_a_code_of_his_own_has_the_discount_and_no_credit() {
            var mia = enroll(herald.runningCampaign(Map.of("strategy", "personal")), "Mia Buyer");
            var redeemed = redeemAs(" " + mia.email().toUpperCase(Locale.ROOT), mia.code(), "own-1");
            assertThat(redeemed.status()).isEqualTo(201);
            assertThat(reason(redeemed)).isEqualTo("self_use");
            assertThat(redeemed.json().has("ambassador")).isFalse();
            assertThat(reason(redeemAs("friend@example.com", mia.code(), "own-2")))
                    .isEqualTo("code");
        }

        @Test
        void is_declined_where_the_brand_wants_that() {
            var campaign = herald.runningCampaign(
                    Map.of("strategy", "personal", "attribution", Map.of("self_use", "decline")));
            var mia = enroll(campaign, "Mia Declined");
            var body = body(mia.code(), "declined-1", List.of());
            body.put("customer", Map.of("email", mia.email()));
            assertThat(herald.post("/v1/redemptions", body).code()).isEqualTo("self_use");
            assertThat(herald.post("/v1/redemptions", body).status()).isEqualTo(409);
            assertThat(herald.post("/v1/reservations", body).code()).isEqualTo("self_use");
            assertThat(herald.post("/v1/validations", body)
                            .json()
                            .at("/reasons/0/code")
                            .asText())
                    .isEqualTo("self_use");
            assertThat(redeemAs("friend@example.com", mia.code(), "declined-1").status())
                    .isEqualTo(201);
        }

        @Test
        void by_his_own_link_is_known_as_well() {
            var campaign = campaign("OWNLINK20", Map.of());
            var mia = enroll(campaign, "Mia Link");
            assertThat(reason(redeemAs(mia.email(), "OWNLINK20", "ownlink-1", click(mia))))
                    .isEqualTo("self_use");
            change(campaign, Map.of("self_use", "decline"));
            assertThat(redeemAs(mia.email(), "OWNLINK20", "ownlink-2", click(mia))
                            .code())
                    .isEqualTo("self_use");
            assertThat(reason(redeemAs(mia.email(), "OWNLINK20", "ownlink-3"))).isEqualTo("nobody");
        }
    }

    @Nested
    class One_order {

        @Test
        void has_one_credit_however_many_codes_and_links_lead_to_it() throws SQLException {
            var terms = Map.of("combinable", true, "strategy", "personal");
            var codes = new ArrayList<String>();
            for (var name : List.of("Ann Arbor", "Ben Bell", "Cleo Cruz", "Dan Dover")) {
                codes.add(enroll(herald.runningCampaign(terms), name).code());
            }
            var replies = Together.ask(100, i -> redeem(codes.get(i % 4), "raced"));
            assertThat(Together.made(replies)).isEqualTo(100);
            assertThat(replies.stream().map(CreditTest::reason).distinct())
                    .containsExactlyInAnyOrder("code", "order_credited");
            assertThat(count("select count(*) from redemption where order_reference = 'raced'"))
                    .isEqualTo(4);
            assertThat(count("select count(ambassador_id) from redemption where order_reference = 'raced'"))
                    .isEqualTo(1);
        }

        @Test
        void that_a_link_has_the_credit_of_earns_none_by_a_second_code() {
            var shared = campaign("FIRSTLINK20", Map.of(), Map.of("combinable", true));
            var mia = enroll(shared, "Mia First");
            var leo = enroll(herald.runningCampaign(Map.of("combinable", true, "strategy", "personal")), "Leo Second");
            assertThat(reason(redeem("FIRSTLINK20", "two-1", click(mia)))).isEqualTo("link");
            var second = redeem(leo.code(), "two-1", click(mia));
            assertThat(reason(second)).isEqualTo("order_credited");
            assertThat(second.json().has("ambassador")).isFalse();
        }
    }

    @Nested
    class The_campaigns_policy {

        @Test
        void is_told_with_its_defaults_and_changed_member_by_member() {
            var campaign = herald.runningCampaign(Map.of());
            assertThat(policy(campaign).toString())
                    .isEqualTo("{\"policy\":\"code_over_link\",\"link_window_days\":30,"
                            + "\"returning_customers\":\"credit\",\"self_use\":\"allow\"}");
            change(campaign, Map.of("policy", "first_touch", "self_use", "decline"));
            change(campaign, Map.of("link_window_days", 90));
            assertThat(policy(campaign).toString())
                    .isEqualTo("{\"policy\":\"first_touch\",\"link_window_days\":90,"
                            + "\"returning_customers\":\"credit\",\"self_use\":\"decline\"}");
            herald.patch("/v1/campaigns/" + campaign, "{\"attribution\": {\"policy\": null}}");
            assertThat(policy(campaign).get("policy").asText()).isEqualTo("code_over_link");
            herald.patch("/v1/campaigns/" + campaign, "{\"attribution\": null}");
            assertThat(policy(campaign).get("link_window_days").asInt()).isEqualTo(30);
        }

        @Test
        void is_refused_where_it_says_what_is_none() {
            var campaign = herald.runningCampaign(Map.of());
            for (Map<String, ?> wrong : List.<Map<String, ?>>of(
                    Map.of("policy", "random"),
                    Map.of("link_window_days", 0),
                    Map.of("link_window_days", 91),
                    Map.of("self_use", true),
                    Map.of("window", 3))) {
                var refused = herald.patch("/v1/campaigns/" + campaign, Map.of("attribution", wrong));
                assertThat(refused.status()).isEqualTo(422);
                assertThat(refused.json().at("/errors/0/pointer").asText())
                        .isEqualTo("/attribution/" + wrong.keySet().iterator().next());
            }
        }

        private static JsonNode policy(String campaign) {
            return herald.get("/v1/campaigns/" + campaign).json().get("attribution");
        }
    }

    @Test
    void an_answer_from_before_reasons_were_kept_is_given_again_as_it_was() throws SQLException {
        var mia = enroll(herald.runningCampaign(Map.of("strategy", "personal")), "Mia Before");
        var first = redeem(mia.code(), "before-1");
        try (var owner = TestPostgres.connect(herald.database);
                var statement = owner.createStatement()) {
            statement.execute("update redemption set credit = null where order_reference = 'before-1'");
        }
        var again = redeem(mia.code(), "before-1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body().replace("\"credit\":{\"reason\":\"code\"},", ""));
    }

    private record Member(String id, String email, String code) {}

    private static Map<String, Object> terms(String code) {
        return Map.of(
                "name",
                "Pulse",
                "objective",
                "loyalty",
                "strategy",
                "blanket",
                "offer",
                Map.of("type", "percent", "value", 20),
                "currency",
                "USD",
                "starts_at",
                "2020-01-01T00:00:00Z",
                "blanket_code",
                code);
    }

    private static String campaign(String code, Map<String, ?> attribution) {
        return campaign(code, attribution, Map.of());
    }

    private static String campaign(String code, Map<String, ?> attribution, Map<String, ?> terms) {
        var all = new HashMap<String, Object>(terms);
        all.put("blanket_code", code);
        all.put("attribution", attribution);
        return herald.runningCampaign(all);
    }

    private static void change(String campaign, Map<String, ?> attribution) {
        var changed = herald.patch("/v1/campaigns/" + campaign, Map.of("attribution", attribution));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    private static Member enroll(String campaign, String name) {
        var email = name.replace(" ", ".") + "@example.com";
        var ambassador = herald.post("/v1/ambassadors", Map.of("name", name, "email", email))
                .json()
                .get("id")
                .asText();
        var code = herald.post(
                        "/v1/campaigns/" + campaign + "/enrollments", Map.of("ambassador_ids", List.of(ambassador)))
                .json()
                .at("/data/0/code/text")
                .asText();
        return new Member(ambassador, email, code);
    }

    private static String portal(String ambassador) {
        return herald.post("/v1/ambassadors/" + ambassador + "/links", Map.of())
                .json()
                .get("path")
                .asText();
    }

    private static String click(Member member) {
        return Clicks.of(herald, member.id());
    }

    private static TestHerald.Reply redeem(String code, String order, String... clicks) {
        return post("/v1/redemptions", code, order, List.of(clicks));
    }

    private static TestHerald.Reply post(
            String path, String code, String order, List<String> clicks, String... headers) {
        return herald.post(path, body(code, order, clicks), headers);
    }

    private static Map<String, Object> body(String code, String order, List<String> clicks) {
        var body = new HashMap<String, Object>();
        body.put("code", code);
        body.put("order", Map.of("reference", order, "amount", 2000, "currency", "USD"));
        if (!clicks.isEmpty()) {
            body.put("clicks", clicks);
        }
        return body;
    }

    private static TestHerald.Reply redeemAs(String email, String code, String order, String... clicks) {
        var body = body(code, order, List.of(clicks));
        body.put("customer", Map.of("email", email));
        return herald.post("/v1/redemptions", body);
    }

    private static TestHerald.Reply placed(String code, String order, String click, Duration later) {
        var body = body(code, order, List.of(click));
        var at = Instant.now().plus(later).toString();
        body.put("order", Map.of("reference", order, "amount", 2000, "currency", "USD", "placed_at", at));
        return herald.post("/v1/redemptions", body);
    }

    private static TestHerald.Reply redeemReserved(TestHerald.Reply held, String order, List<String> clicks) {
        var body = body("", order, clicks);
        body.remove("code");
        body.put("reservation_id", held.json().get("id").asText());
        return herald.post("/v1/redemptions", body);
    }

    private static String reason(TestHerald.Reply redeemed) {
        assertThat(redeemed.status()).as(redeemed.body()).isEqualTo(201);
        return redeemed.json().at("/credit/reason").asText();
    }

    private static long count(String query) throws SQLException {
        try (var connection = TestPostgres.connect(herald.database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
