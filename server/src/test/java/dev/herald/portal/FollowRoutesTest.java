package dev.herald.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.BrandLook;
import dev.herald.app.Patience;
import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FollowRoutesTest {

    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final TestHerald herald = new TestHerald();
    private final Visitor buyer = new Visitor(herald.address.getPort());

    @AfterEach
    void stop() {
        buyer.close();
        herald.close();
    }

    @Nested
    class A_link_leads {

        @Test
        void to_the_shop_with_the_campaigns_code_in_place() {
            shopAt("https://shop.example/run?utm_source=herald");
            var link = own(herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20")), "instagram");

            var answer = follow(link);

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(location(answer))
                    .matches(
                            "https://shop\\.example/run\\?utm_source=herald&herald_click=[0-9A-HJKMNP-TV-Z]{32}&code=HEARTBEAT20");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }

        @Test
        void to_the_shop_with_the_code_that_its_ambassador_has_now() {
            shopAt("https://shop.example");
            var enrollment = herald.enroll(herald.runningCampaign(Map.of("strategy", "personal")), "Maya Okafor");
            var page = portal(enrollment.at("/ambassador/id").asText());
            var link = linkOn(page);

            assertThat(location(follow(link)))
                    .startsWith("https://shop.example/?herald_click=")
                    .endsWith("&code=" + enrollment.at("/code/display").asText());
            buyer.post(page + "/code", Map.of("enrollment", enrollment.get("id").asText(), "code", "WINTERMAYA"));
            assertThat(location(follow(link))).endsWith("&code=WINTERMAYA");
            assertThat(linkOn(page)).isEqualTo(link);
        }

        @Test
        void to_its_page_where_no_shop_is_known() {
            var link = own(herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20")), "x");

            assertThat(location(follow(link))).isEqualTo(link.replace("/r/", "/c/"));
        }

        @Test
        void to_its_page_where_the_shop_would_refuse_the_code() {
            shopAt("https://shop.example");
            var campaign = herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));
            var link = own(campaign, "x");
            herald.post("/v1/campaigns/" + campaign + "/pause", Map.of());

            assertThat(location(follow(link))).isEqualTo(link.replace("/r/", "/c/"));
        }

        @Test
        void wherever_it_did_however_its_slug_is_typed() {
            var link = own(herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20")), "poster");

            var typed = "/r/" + link.substring(3).toUpperCase(Locale.ROOT);
            assertThat(follow(typed).statusCode()).isEqualTo(302);
        }

        @Test
        void nowhere_if_it_is_none_or_its_campaign_is_not_launched() {
            var draft = herald.post(
                            "/v1/campaigns",
                            Map.of(
                                    "name", "Soon",
                                    "objective", "loyalty",
                                    "strategy", "blanket",
                                    "blanket_code", "SOON20",
                                    "offer", Map.of("type", "percent", "value", 20),
                                    "currency", "USD",
                                    "starts_at", "2020-01-01T00:00:00Z"))
                    .json()
                    .get("id")
                    .asText();

            var hidden = follow(own(draft, "page"));
            var unknown = follow("/r/00000000");

            assertThat(List.of(hidden.statusCode(), unknown.statusCode())).containsOnly(404);
            assertThat(hidden.body()).isEqualTo(unknown.body());
            assertThat(follow("/r/nonsense-").statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class A_click {

        @Test
        void of_a_person_is_counted_for_its_channel() {
            var campaign = herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));
            var link = own(campaign, "instagram");
            own(campaign, "tiktok");

            follow(link);
            follow(link);

            Patience.until(() -> clicks(campaign, "instagram"), seen -> seen == 2);
            assertThat(clicks(campaign, "tiktok")).isZero();
        }

        @Test
        void of_a_program_is_not() {
            var campaign = herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));
            var link = own(campaign, "instagram");

            buyer.get(link, "User-Agent", "facebookexternalhit/1.1");
            buyer.get(link, "User-Agent", BROWSER, "Sec-Purpose", "prefetch");
            follow(link);

            Patience.until(() -> clicks(campaign, "instagram"), seen -> seen > 0);
            assertThat(clicks(campaign, "instagram")).isEqualTo(1);
        }

        private long clicks(String campaign, String channel) {
            return herald.get("/v1/campaigns/" + campaign + "/links")
                    .json()
                    .get("data")
                    .valueStream()
                    .filter(one -> one.get("channel").asText().equals(channel))
                    .findFirst()
                    .orElseThrow()
                    .get("clicks")
                    .asLong();
        }
    }

    private void shopAt(String address) {
        var look = herald.brand.look();
        herald.herald
                .access()
                .dress(
                        herald.brand.id(),
                        "Heartbeat",
                        herald.brand.zone(),
                        new BrandLook(look.locale(), look.currency(), look.colour(), address, "code"));
    }

    private String own(String campaign, String channel) {
        return herald.get("/v1/campaigns/" + campaign + "/links")
                .json()
                .get("data")
                .valueStream()
                .filter(one -> one.get("channel").asText().equals(channel))
                .findFirst()
                .orElseThrow()
                .get("path")
                .asText();
    }

    private String portal(String ambassador) {
        return herald.post("/v1/ambassadors/" + ambassador + "/links", Map.of())
                .json()
                .get("path")
                .asText();
    }

    private String linkOn(String page) {
        return buyer.get(page).body().replaceFirst("(?s).*data-link=\"http://[^/]+(/r/[^\"]+)\".*", "$1");
    }

    private HttpResponse<String> follow(String link) {
        return buyer.get(link, "User-Agent", BROWSER);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
