package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.app.Patience;
import dev.herald.app.TestHerald;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CreditPagesTest {

    private final Desk desk = new Desk();
    private final String campaign = desk.herald.runningCampaign(Map.of());
    private final String address = "/console/campaigns/" + campaign + "/credit";

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void a_campaign_with_a_shared_code_leads_to_its_estimated_credit() {
        desk.herald.enroll(campaign, "Mia Keller");
        assertThat(desk.page("/console/campaigns/" + campaign)).contains("href=\"" + address + "\"");
        assertThat(desk.page(address))
                .contains("No estimate yet", "Estimate now", "No post is known yet.", "Nothing is paid for estimated");

        var own = desk.herald.runningCampaign(Map.of("strategy", "personal"));
        assertThat(desk.page("/console/campaigns/" + own)).doesNotContain("Estimated credit");
        assertThat(desk.visitor.get("/console/campaigns/" + own + "/credit").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_post_is_entered_by_hand_and_taken_back() {
        desk.herald.enroll(campaign, "Mia Keller");
        var now = LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC)
                .toString()
                .substring(0, 16);

        var sent = desk.sent(address + "/posts", Map.of("ambassador", "mia", "posted_at", now));

        assertThat(sent).startsWith(address + "?told=kept");
        var page = desk.page(address);
        assertThat(page).contains("<b>Mia Keller</b>", "entered here");
        var undo = page.replaceFirst("(?s).*action=\"([^\"]+/delete)\".*", "$1");
        desk.sent(undo, Map.of());
        assertThat(desk.page(address)).contains("No post is known yet.");
    }

    @Test
    void what_cannot_be_a_post_is_shown_again_with_what_to_do() {
        desk.herald.enroll(campaign, "Mia Keller");

        var nobody = desk.visitor.post(address + "/posts", Map.of("ambassador", "Zoe", "posted_at", "soon"));
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body())
                .contains("value=\"Zoe\"", "Nobody who shares this code is called so", "Say the day and the time");

        var future = desk.visitor.post(
                address + "/posts", Map.of("ambassador", "Mia Keller", "posted_at", "2999-01-01T00:00"));
        assertThat(future.statusCode()).isEqualTo(422);
        assertThat(future.body()).contains("The post must not be in the future.");
    }

    @Test
    void a_file_of_posts_is_taken_and_its_refused_rows_are_told() {
        var mia =
                desk.herald.enroll(campaign, "Mia Keller").at("/ambassador/id").asText();
        var day = LocalDateTime.now(ZoneOffset.UTC).minusDays(2).toLocalDate();

        assertThat(desk.page(address)).contains("href=\"" + address + "/import\"");
        assertThat(desk.page(address + "/import")).contains("posted_at", "10,000 rows");
        var sent = desk.visitor.upload(address + "/import", "file", """
                Ambassador;posted_at
                %1$s;%2$s 09:00
                %1$s;%2$sT10:00:00Z
                %1$s;some day
                nobody;%2$s 09:00
                %1$s;2999-01-01 09:00
                """.formatted(mia, day));

        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.body())
                .contains("2 posts are known now.")
                .contains("Line 4</b> posted_at must be a day and a time such as 2026-03-01 09:00.")
                .contains("Line 5</b> ambassador is the id, e-mail address or handle of nobody")
                .contains("Line 6</b> posted_at must not be in the future.");
        assertThat(desk.page(address)).contains("<b>Mia Keller</b>", "imported");
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_with_a_reason() {
        var importing = address + "/import";
        assertThat(desk.visitor.upload(importing, "file", "when,who\n1,2\n").body())
                .contains("The header must name the columns ambassador and posted_at.");
        assertThat(desk.visitor
                        .upload(importing, "file", "ambassador,posted_at\n")
                        .body())
                .contains("The file has no row below its heading.");
        assertThat(desk.visitor
                        .upload(importing, "file", "ambassador,posted_at\nme,now\n")
                        .body())
                .contains("None of its rows could be taken", "Line 2")
                .doesNotContain("known now.");
        assertThat(desk.visitor.upload(importing, "other", "a").body()).contains("Choose a file.");
    }

    @Test
    void an_estimate_is_made_on_demand_and_says_what_it_rests_on() {
        var mia = desk.herald.enroll(campaign, "Mia Keller");
        desk.herald.enroll(campaign, "Tom Berg");
        var posted = Instant.now().minus(Duration.ofHours(6));
        desk.herald.post(
                "/v1/campaigns/" + campaign + "/posts",
                Map.of("ambassador_id", mia.at("/ambassador/id").asText(), "posted_at", posted.toString()));
        var code = mia.at("/code/text").asText();
        IntStream.range(0, 8)
                .forEach(i ->
                        desk.herald.post("/v1/redemptions", TestHerald.redemption(code, "buyer" + i, "order" + i)));

        var watched = desk.sent(address, Map.of());

        assertThat(watched).startsWith(address + "?job=job_");
        var page = Patience.until(() -> desk.page(watched), one -> one.contains("Who brought how much"));
        assertThat(page)
                .contains("8 redemptions of the shared code", "It rests on 1 known post, 0 redemptions by link")
                .contains("well founded", "Estimate again", "Tom Berg")
                .doesNotContain("No estimate yet");
    }

    @Test
    void another_brand_finds_nothing() {
        desk.isHidden(List.of(address, address + "/import"), List.of(address, address + "/posts"));
    }
}
