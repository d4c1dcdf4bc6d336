package dev.herald.portal;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.app.Clicks;
import dev.herald.app.Patience;
import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortalRoutesTest {

    private static final Map<String, ?> TEN_PERCENT = Map.of("type", "percent", "value", 10);

    private final TestHerald herald = new TestHerald();
    private final Visitor phone = new Visitor(herald.address.getPort());

    @AfterEach
    void stop() {
        phone.close();
        herald.close();
    }

    @Test
    void a_magic_link_shows_the_code_its_caption_and_its_uses_as_often_as_it_is_opened() {
        var maya = ambassador("Maya Okafor");
        var code = enroll(herald.runningCampaign(Map.of("strategy", "personal")), maya);
        herald.post("/v1/redemptions", redemption(code, "ann", "order-1"));
        var link = link(maya);

        phone.get(link);
        var page = phone.get(link).body();

        assertThat(page)
                .contains("Hi Maya<", "Heartbeat spring", "Live", ">" + code + "<", "20% off for followers")
                .contains("data-copy=\"Use " + code + " for 20% off at Heartbeat. #ad\"")
                .contains("<dt>use</dt><dd>1</dd>", "1 redemption in the last 30 days", "Too early to tell");
    }

    @Test
    void the_latest_redemptions_tell_where_and_when_but_never_who() {
        var maya = ambassador("Maya Okafor");
        var code = enroll(herald.runningCampaign(Map.of("strategy", "personal")), maya);
        herald.post(
                "/v1/redemptions",
                Map.of(
                        "code",
                        code,
                        "customer",
                        Map.of("email", "ann@example.com", "attributes", Map.of("region", "Lyon")),
                        "order",
                        Map.of("reference", "order-1", "amount", 2000, "currency", "USD")));

        assertThat(phone.get(link(maya)).body())
                .contains("Order in Lyon", "just now", "new customer")
                .doesNotContain("ann@example.com", "order-1");
    }

    @Test
    void uses_of_a_code_that_was_changed_still_count() {
        var maya = ambassador("Maya Okafor");
        var campaign = herald.runningCampaign(Map.of("strategy", "personal"));
        var enrollment = herald.post(
                        "/v1/campaigns/" + campaign + "/enrollments", Map.of("ambassador_ids", List.of(maya)))
                .json()
                .at("/data/0");
        herald.post("/v1/redemptions", redemption(enrollment.at("/code/display").asText(), "ann", "order-1"));
        var link = link(maya);

        var chosen = phone.post(
                link + "/code", Map.of("enrollment", enrollment.get("id").asText(), "code", "WINTERMAYA"));

        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(phone.get(link).body()).contains(">WINTERMAYA<", "<dt>use</dt><dd>1</dd>");
    }

    @Test
    void a_code_that_all_share_has_no_rank_and_says_whose_uses_these_are() {
        var maya = ambassador("Maya Okafor");
        enroll(herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20")), maya);

        assertThat(phone.get(link(maya)).body())
                .contains("The campaign's code", "Everybody shares this code")
                .doesNotContain("Your rank", "Choose your own code", "id=\"latest\"");
    }

    @Test
    void of_a_shared_code_it_says_which_orders_earn_for_certain() {
        Clicks.openShop(herald, herald.brand);
        var maya = ambassador("Maya Okafor");
        enroll(herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20", "reward", TEN_PERCENT)), maya);
        var order = new HashMap<String, Object>(redemption("HEARTBEAT20", "ann", "order-1"));
        order.put("clicks", List.of(Clicks.of(herald, maya)));
        assertThat(herald.post("/v1/redemptions", order).status()).isEqualTo(201);

        assertThat(phone.get(link(maya)).body())
                .contains("You earn 10% of each order that comes by your link; of other orders with the shared code, "
                        + "only if the brand pays by an estimate.");
        assertThat(phone.get(link(maya), "Accept-Language", "de").body())
                .contains("Du verdienst 10\u00a0% von jeder Bestellung, die über deinen Link kommt;");
        assertThat(phone.get(link(maya), "Accept-Language", "fr").body()).contains("qui vient de ton lien");
    }

    @Test
    void whose_code_is_his_own_beside_a_shared_one_earns_by_both() {
        var maya = ambassador("Maya Okafor");
        enroll(herald.runningCampaign(Map.of("strategy", "tiered", "tier", 1, "reward", TEN_PERCENT)), maya);

        assertThat(phone.get(link(maya)).body())
                .contains("You earn 10% of each order that comes by your link or with your own code.");
    }

    @Test
    void a_statement_of_no_month_is_a_page_that_leads_back() {
        var page = link(ambassador("Maya Okafor"));
        var answer = phone.get(page + "/statements/2026-13");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<h1>There is no such page</h1>", "href=\"" + page + "\"");
    }

    @Test
    void what_moved_nothing_is_no_line_of_a_statement() {
        var maya = ambassador("Maya Okafor");
        var reward = Map.of("type", "flat", "value", 500, "hold_days", 0);
        var code = enroll(herald.runningCampaign(Map.of("strategy", "personal", "reward", reward)), maya);
        var sent = herald.post("/v1/redemptions", redemption(code, "ann", "order-1"))
                .json()
                .get("id")
                .asText();
        Patience.until(
                () -> herald.get("/v1/ambassadors/" + maya + "/ledger").json(),
                json -> json.at("/balances/0/due/amount").longValue() == 500);
        herald.post("/v1/redemptions/" + sent + "/reversals", Map.of("reason", "refunded"));

        assertThat(phone.get(link(maya) + "/statements/" + YearMonth.now(ZoneOffset.UTC))
                        .body())
                .contains("An order was sent back later<")
                .doesNotContain("An order was sent back<");
    }

    @Test
    void who_shares_a_code_tells_when_he_posted_and_takes_it_back() {
        var maya = ambassador("Maya Okafor");
        var campaign = herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));
        enroll(campaign, maya);
        var link = link(maya);
        var enrollment = enrollment(phone.get(link).body());

        var told = phone.post(link + "/posts", Map.of("enrollment", enrollment, "now", "yes"));
        assertThat(told.statusCode()).isEqualTo(303);
        var posts = herald.get("/v1/campaigns/" + campaign + "/posts").json().path("data");
        assertThat(posts.findValuesAsText("source")).containsExactly("told");

        var post = posts.at("/0/id").asText();
        assertThat(phone.get(link).body()).contains("value=\"" + post + "\"");
        phone.post(link + "/posts/undo", Map.of("enrollment", enrollment, "post", post));
        assertThat(herald.get("/v1/campaigns/" + campaign + "/posts").json().path("data"))
                .isEmpty();
    }

    @Test
    void a_post_that_is_still_to_come_is_refused_and_what_was_typed_is_kept() {
        var maya = ambassador("Maya Okafor");
        enroll(herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20")), maya);
        var link = link(maya);
        var enrollment = enrollment(phone.get(link).body());

        var future = phone.post(link + "/posts", Map.of("enrollment", enrollment, "at", "2999-01-01T12:00"));
        assertThat(future.statusCode()).isEqualTo(422);
        assertThat(future.body()).contains("This time is still to come", "value=\"2999-01-01T12:00\"");
        assertThat(phone.post(link + "/posts", Map.of("enrollment", enrollment, "at", "then"))
                        .body())
                .contains("Say the day and the time of your post.");
        assertThat(phone.post(link + "/posts", Map.of("enrollment", enrollment, "now", "yes"), "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void nobody_tells_posts_of_a_code_of_his_own_or_of_somebody_else() {
        var maya = ambassador("Maya Okafor");
        enroll(herald.runningCampaign(Map.of("strategy", "personal")), maya);
        var link = link(maya);
        var page = phone.get(link).body();

        assertThat(page).doesNotContain("id=\"posted\"");
        assertThat(phone.post(link + "/posts", Map.of("enrollment", "enr_0000000000000", "now", "yes"))
                        .statusCode())
                .isEqualTo(404);
    }

    private static String enrollment(String page) {
        return page.replaceFirst("(?s).*name=\"enrollment\" value=\"(enr_[^\"]+)\".*", "$1");
    }

    @Test
    void of_several_campaigns_the_one_asked_for_is_shown_and_the_others_are_links() {
        var maya = ambassador("Maya Okafor");
        var first = enroll(herald.runningCampaign(Map.of("strategy", "personal", "name", "First")), maya);
        var second = enroll(herald.runningCampaign(Map.of("strategy", "personal", "name", "Second")), maya);
        var link = link(maya);

        var page = phone.get(link).body();
        assertThat(page).contains(">" + second + "</p>", "Your other codes").doesNotContain(">" + first + "</p>");

        var other = page.replaceFirst("(?s).*href=\"(" + link + "\\?of=enr_[^\"]+)\".*", "$1");
        assertThat(phone.get(other).body()).contains(">" + first + "</p>");
    }

    @Test
    void a_campaign_that_is_not_launched_has_no_link_yet() {
        var maya = ambassador("Maya Okafor");
        var campaign = herald.post(
                        "/v1/campaigns",
                        Map.of(
                                "name", "Soon",
                                "objective", "loyalty",
                                "strategy", "personal",
                                "offer", Map.of("type", "percent", "value", 20),
                                "currency", "USD",
                                "starts_at", "2020-01-01T00:00:00Z"))
                .json()
                .get("id")
                .asText();
        enroll(campaign, maya);

        assertThat(phone.get(link(maya)).body()).contains("Starts soon").doesNotContain("/r/", "qr.svg");
    }

    @Test
    void the_page_speaks_the_phones_language() {
        var maya = ambassador("Maya Okafor");
        enroll(herald.runningCampaign(Map.of("strategy", "personal")), maya);

        var page = phone.get(link(maya), "Accept-Language", "de-AT,de;q=0.9");

        assertThat(page.body()).contains("<html lang=\"de\"", "Hallo Maya", "20\u00a0% Rabatt für alle");
        assertThat(page.headers().firstValue("Vary")).contains("Accept-Encoding, Accept-Language");
    }

    @Test
    void a_phone_can_keep_the_page_as_an_app() {
        var link = link(ambassador("Maya Okafor"));

        var page = phone.get(link);
        var manifest = phone.get(link + "/manifest.webmanifest");
        var worker = phone.get(link + "/worker.js");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("manifest-src 'self'", "worker-src 'self'");
        assertThat(manifest.body()).contains("\"start_url\":\"" + link + "\"", "\"display\":\"standalone\"");
        assertThat(worker.headers().firstValue("Service-Worker-Allowed")).contains(link);
        assertThat(phone.get("/icon/a61e4d-512.png").headers().firstValue("Content-Type"))
                .contains("image/png");
        assertThat(phone.get("/icon/a61e4d-9999.png").statusCode()).isEqualTo(404);
        assertThat(phone.get("/a/made-up/manifest.webmanifest").statusCode()).isEqualTo(404);
    }

    @Test
    void a_campaign_that_is_over_is_a_line_below() {
        var maya = ambassador("Maya Okafor");
        var campaign = herald.runningCampaign(Map.of("strategy", "personal"));
        var code = enroll(campaign, maya);
        herald.post("/v1/campaigns/" + campaign + "/end", Map.of());

        var page = phone.get(link(maya)).body();

        assertThat(page).contains("No code just now", "Before", code, "0 uses").doesNotContain("id=\"code\"");
    }

    @Test
    void one_link_shows_one_ambassador() {
        var campaign = herald.runningCampaign(Map.of("strategy", "personal"));
        var maya = ambassador("Maya Okafor");
        var leo = ambassador("Leo Brandt");
        var mayas = enroll(campaign, maya);
        var leos = enroll(campaign, leo);

        assertThat(phone.get(link(leo)).body()).contains(leos).doesNotContain(mayas, "Maya");
    }

    @Test
    void a_link_that_is_none_says_what_to_do() {
        var answer = phone.get("/a/made-up");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("This link does not work", "ask the brand");
    }

    private String ambassador(String name) {
        return herald.post("/v1/ambassadors", Map.of("name", name))
                .json()
                .get("id")
                .asText();
    }

    private String enroll(String campaign, String ambassador) {
        return herald.post("/v1/campaigns/" + campaign + "/enrollments", Map.of("ambassador_ids", List.of(ambassador)))
                .json()
                .at("/data/0/code/display")
                .asText();
    }

    private String link(String ambassador) {
        return herald.post("/v1/ambassadors/" + ambassador + "/links", Map.of())
                .json()
                .get("path")
                .asText();
    }
}
