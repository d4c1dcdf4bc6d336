package dev.herald.console;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CodesPagesTest {

    private final Desk desk = new Desk();

    @AfterEach
    void stop() {
        desk.close();
    }

    @Nested
    class Asked_why_a_code_did_not_work {

        @Test
        void every_rule_is_answered_with_what_to_do() {
            var campaign = desk.herald.runningCampaign(
                    Map.of("strategy", "personal", "limits", Map.of("per_code", 1, "minimum_order", money(1_000))));
            var enrolled = desk.herald.enroll(campaign, "Maya Okafor");
            var code = enrolled.at("/code/display").asText();

            assertThat(check(code))
                    .contains(code + " works", "Maya Okafor", "/console/ambassadors/amb_", "Uses of this code")
                    .contains("0 of 1 uses of this code are taken", "Only for orders of $10.00 or more");

            desk.herald.post("/v1/redemptions", redemption(code, "ann", "order-1"));
            desk.herald.post("/v1/campaigns/" + campaign + "/pause", Map.of());
            assertThat(check(code.toLowerCase(Locale.ROOT)))
                    .contains(code + " does not work: its campaign is paused")
                    .contains("Resume the campaign, and the code works again at once")
                    .contains("Raise the limit per code, or give the customer another code");
        }

        @Test
        void a_slip_leads_to_the_code_that_was_meant() {
            desk.herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));

            assertThat(check("HEARTBAET20"))
                    .contains("There is no code “HEARTBAET20”", "/console/codes?code=HEARTBEAT20");
            assertThat(check("QWXYZ77")).contains("No live code is within two typing slips");
            assertThat(check("heart beat 20")).contains("HEARTBEAT20 works", "H for Hotel, E for Echo");
        }

        @Test
        void it_is_tried_for_an_order_and_nothing_is_changed_or_counted() {
            var campaign = desk.herald.runningCampaign(Map.of(
                    "blanket_code", "HEARTBEAT20", "limits", Map.of("per_customer", 1, "minimum_order", money(1_000))));
            desk.herald.post(
                    "/v1/redemptions",
                    Map.of(
                            "code", "HEARTBEAT20",
                            "customer", Map.of("email", "Ann@Example.com"),
                            "order", Map.of("reference", "o-1", "amount", 2_000, "currency", "USD")));

            assertThat(check("HEARTBEAT20", "amount=20,50&customer=new%40example.com"))
                    .contains("The code would be accepted, with $4.10 off");
            assertThat(check("HEARTBEAT20", "amount=20.50&customer=ann%40example.com"))
                    .contains("You have used this offer as often as you can");
            assertThat(check("HEARTBEAT20", "amount=5&customer=new%40example.com"))
                    .contains(
                            "HEARTBEAT20 works, but not for this order",
                            "The order is below the minimum for this code");
            assertThat(check("HEARTBEAT20", "amount=50&customer=new%40example.com&date=2019-12-31"))
                    .contains("This code is not valid yet");
            assertThat(check("HEARTBEAT20", "amount=50")).contains("The campaign counts customers");
            assertThat(desk.herald
                            .get("/v1/campaigns/" + campaign + "/declines")
                            .body())
                    .doesNotContain("minimum_not_met");
        }

        @Test
        void what_cannot_be_read_is_said_beside_its_field() {
            desk.herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));

            var answer = desk.visitor.get("/console/codes?code=HEARTBEAT20&amount=lots&date=tomorrow");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("Type an amount in USD, such as 50.00", "Type the day as year-month-day")
                    .contains("value=\"lots\"", "HEARTBEAT20 works");
        }

        @Test
        void another_brands_code_is_unknown_and_hostile_texts_stay_texts() {
            desk.herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));

            assertThat(desk.stranger.get("/console/codes?code=HEARTBEAT20").body())
                    .contains("There is no code “HEARTBEAT20”")
                    .doesNotContain("Heartbeat spring");
            for (var text :
                    List.of("<script>alert(1)</script>", "\" onfocus=\"x", "\0", "%", "💥".repeat(60), "'; --")) {
                assertThat(check(text)).doesNotContain("<script>alert", "value=\"\" onfocus");
            }
        }
    }

    @Nested
    class A_campaigns_codes {

        @Test
        void are_listed_and_filtered() {
            var campaign = desk.herald.runningCampaign(Map.of("strategy", "personal"));
            var maya = desk.herald.enroll(campaign, "Maya Okafor");
            var leo = desk.herald.enroll(campaign, "Leo Brandt");
            var mayas = maya.at("/code/display").asText();
            var leos = leo.at("/code/display").asText();
            desk.herald.post("/v1/codes/" + leos + "/disable", Map.of());
            var list = "/console/campaigns/" + campaign + "/codes";

            assertThat(desk.page(list)).contains(mayas, leos, "Maya Okafor", "Disabled", "Working");
            assertThat(desk.page(list + "?kept=ended")).contains(leos).doesNotContain(mayas);
            assertThat(desk.page(list + "?kept=live")).contains(mayas).doesNotContain(">" + leos + "<");
            assertThat(desk.page(list + "?text=" + mayas.substring(0, 3).toLowerCase(Locale.ROOT)))
                    .contains(mayas)
                    .doesNotContain(">" + leos + "<");
            assertThat(desk.page(list + "?owner=" + maya.at("/ambassador/id").asText()))
                    .contains("Of Maya Okafor", mayas)
                    .doesNotContain(">" + leos + "<");
            assertThat(desk.page(list + "?text=%25")).contains("No code fits the filter");
            desk.isHidden(List.of(list, list + ".csv", list + "/new", list + "/sheet"), List.of(list));
        }

        @Test
        void of_a_job_go_on_where_a_page_ends_and_leave_as_a_file() {
            var campaign = desk.herald.runningCampaign(Map.of("strategy", "unique"));
            var list = "/console/campaigns/" + campaign + "/codes";
            var job = desk.sent(list, Map.of("count", "120", "pattern", "SPRING-########", "token", "t"))
                    .replace("/console/jobs/", "");
            desk.herald.post(list.replace("/console", "/v1"), Map.of("count", 3));
            // The stream ends with the job.
            assertThat(desk.visitor.get("/console/jobs/" + job + "/events").body())
                    .contains("done");

            var first = desk.page(list + "?job=" + job);
            assertThat(first.split("data-copy=\"SPRING-")).hasSize(51);
            var next = first.replaceAll("(?s).*href=\"([^\"]*)\">Older codes.*", "$1")
                    .replace("&amp;", "&");
            assertThat(desk.page(next).split("data-copy=\"SPRING-")).hasSize(51);
            var file = desk.visitor.get(list + ".csv?job=" + job);
            assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("attachment");
            assertThat(file.body().lines()).hasSize(121);
            assertThat(desk.page(list + "/sheet?job=" + job))
                    .contains("120 working codes", "<svg xmlns", "S for Sierra, P for Papa");
        }
    }

    @Nested
    class A_code {

        @Test
        void is_replaced_after_a_page_that_says_what_it_means() {
            var campaign = desk.herald.runningCampaign(Map.of("strategy", "personal"));
            var code = desk.herald
                    .enroll(campaign, "Maya Okafor")
                    .at("/code/display")
                    .asText();
            var address = "/console/codes/" + desk.codeId(code);

            assertThat(desk.page(address)).contains(code, "Maya Okafor", "Replace this code");
            assertThat(desk.page(address + "/replace")).contains("Days that the old code still works");
            var fields = Map.of("wish", "MAYA-AUTUMN", "days", "0");
            assertThat(desk.sent(address + "/replace", fields)).isEqualTo(address + "?told=replaced");
            assertThat(desk.sent(address + "/replace", fields)).isEqualTo(address + "?told=replaced");

            assertThat(desk.page(address + "?told=replaced"))
                    .contains("MAYA-AUTUMN takes the place of " + code, "Replaced by")
                    .doesNotContain("Replace this code");
            assertThat(desk.page("/console/codes?code=" + code)).contains("does not work: it has expired");
            assertThat(desk.page("/console/codes?code=MAYA-AUTUMN")).contains("works", "Maya Okafor");
        }

        @Test
        void is_not_replaced_by_one_that_is_taken() {
            desk.herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));
            desk.herald.runningCampaign(Map.of("blanket_code", "WINTER-SALE"));
            var address = "/console/codes/" + desk.codeId("WINTER-SALE");

            var taken = desk.visitor.post(address + "/replace", Map.of("wish", "heartbeat-20", "days", "5"));
            assertThat(taken.statusCode()).isEqualTo(409);
            assertThat(taken.body()).contains("is or was taken", "Free just now", "value=\"heartbeat-20\"");
            for (var fields : List.of(
                    Map.of("wish", "x", "days", "5"),
                    Map.of("wish", "", "days", "-1"),
                    Map.of("wish", "", "days", "9999"))) {
                assertThat(desk.visitor.post(address + "/replace", fields).statusCode())
                        .as(fields.toString())
                        .isEqualTo(422);
            }
            assertThat(desk.page("/console/codes?code=WINTER-SALE")).contains("WINTER-SALE works");
        }

        @Test
        void ends_on_a_day_and_is_disabled_for_good() {
            desk.herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));
            var address = "/console/codes/" + desk.codeId("HEARTBEAT20");

            assertThat(desk.visitor
                            .post(address + "/end", Map.of("day", "soon"))
                            .statusCode())
                    .isEqualTo(422);
            desk.sent(address + "/end", Map.of("day", "2099-12-31"));
            assertThat(desk.page(address + "?told=ended")).contains("1 Jan 2100", "Working, with an end");

            assertThat(desk.page(address + "/disable")).contains("Disable it for good", "cannot be undone");
            desk.sent(address + "/disable", Map.of());
            desk.sent(address + "/disable", Map.of());
            assertThat(desk.page(address + "?told=disabled")).contains("Disabled", "No redemption with this code");
            assertThat(desk.page("/console/codes?code=HEARTBEAT20")).contains("does not work: it is disabled");
        }

        @Test
        void of_another_brand_is_not_there() {
            desk.herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));
            var address = "/console/codes/" + desk.codeId("HEARTBEAT20");

            desk.isHidden(
                    List.of(address, address + "/replace", address + "/end", address + "/disable"),
                    List.of(address + "/replace", address + "/end", address + "/disable"));
            assertThat(desk.page("/console/codes?code=HEARTBEAT20")).contains("HEARTBEAT20 works");
        }
    }

    private String check(String code) {
        return desk.page("/console/codes?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
    }

    private String check(String code, String order) {
        return desk.page("/console/codes?code=" + code + "&" + order);
    }

    private static Map<String, Object> money(long minor) {
        return Map.of("amount", minor, "currency", "USD");
    }
}
