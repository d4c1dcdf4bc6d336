package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who responds, as a campaign's page and an ambassador's profile tell it. */
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AudienceTest {

    private final Chromium chromium = new Chromium();
    private final Demo demo;

    AudienceTest(Demo demo) {
        this.demo = demo;
    }

    @AfterAll
    void close_the_browser() {
        chromium.close();
    }

    static Stream<Window> windows() {
        return Window.all();
    }

    @ParameterizedTest
    @MethodSource("windows")
    void a_campaigns_page_tells_whom_it_draws_and_how_that_is_reckoned(Window window) {
        in(window, look -> {
            var page = look.open(address("Personal best")).page();
            var card = page.locator("#audience");
            // What the demo's story makes this campaign draw more of than the others.
            assertThat(card).containsText("18-24");
            assertThat(card).containsText("times as likely");
            card.locator("summary").click();
            assertThat(card).containsText("false alarm");
            assertThat(page.locator("#members")).containsText("Which ambassadors do well");
            look.keepScreenshot("audience-" + window).isSound();
        });
    }

    @ParameterizedTest
    @MethodSource("windows")
    void a_profile_tells_whom_an_ambassador_draws_or_why_that_cannot_be_told(Window window) {
        in(window, look -> {
            var page = look.open(demo.origin() + "/console/ambassadors/" + demo.leader())
                    .page();
            assertThat(page.locator("#audience")).containsText("compared");
            look.keepScreenshot("audience-of-ambassador-" + window).isSound();
        });
    }

    @Test
    void before_anybody_redeemed_it_says_so() {
        var campaign = demo.post("/v1/campaigns", """
                        {"name": "Quiet one", "objective": "awareness", "currency": "USD", "strategy": "blanket",
                         "offer": {"type": "percent", "value": 10}, "starts_at": "2026-01-01T00:00:00Z"}""").get("id").asText();
        in(Window.PHONE_DARK, look -> {
            var page =
                    look.open(demo.origin() + "/console/campaigns/" + campaign).page();
            assertThat(page.locator("#audience")).containsText("No redemption stands here yet.");
            look.isSound();
        });
    }

    @Test
    void every_group_compared_can_be_had_as_a_file() {
        in(Window.DESK_LIGHT, look -> {
            var page = look.open(address("Personal best")).page();
            var file = page.waitForDownload(
                    () -> page.getByText("All groups as CSV").click());
            assertThat(file.suggestedFilename()).isEqualTo("audience.csv");
            assertThat(file.path())
                    .content()
                    .startsWith("dimension,segment,text,")
                    .contains("age_band,18-24,");
        });
    }

    /** As soon as everything is counted. */
    private String address(String name) {
        var id = demo.get("/v1/campaigns")
                .get("data")
                .valueStream()
                .filter(campaign -> campaign.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        while (!demo.get("/v1/campaigns/" + id + "/audience").get("complete").asBoolean()) {
            Thread.onSpinWait();
        }
        return demo.origin() + "/console/campaigns/" + id;
    }

    private void in(Window window, Consumer<Look> test) {
        try (var context = chromium.visitor(window, demo.signIn(chromium))) {
            test.accept(new Look(context.newPage()));
        }
    }
}
