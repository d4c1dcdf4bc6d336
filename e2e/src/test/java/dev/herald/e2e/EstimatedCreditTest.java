package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody shares one code: an ambassador tells when he posted, a buyer who told him, and the brand sees who brought how much. */
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EstimatedCreditTest {

    private final Chromium chromium = new Chromium();
    private final Demo demo;
    private final String campaign;
    private final List<JsonNode> sharers;

    EstimatedCreditTest(Demo demo) {
        this.demo = demo;
        this.campaign = demo.post("/v1/campaigns", """
                        {"name": "Spring for everybody", "objective": "awareness", "strategy": "blanket",
                         "blanket_code": "SPRINGBEAT20", "offer": {"type": "percent", "value": 20},
                         "currency": "USD", "starts_at": "2026-01-01T00:00:00Z", "ends_at": "2999-12-24T00:00:00Z"}
                        """).get("id").asText();
        demo.post("/v1/campaigns/" + campaign + "/launch", "{}");
        this.sharers =
                demo.get("/v1/ambassadors?limit=4").get("data").valueStream().toList();
        demo.post(
                "/v1/campaigns/" + campaign + "/enrollments",
                "{\"ambassador_ids\": [\"%s\"]}"
                        .formatted(String.join(
                                "\", \"",
                                sharers.stream().map(EstimatedCreditTest::id).toList())));
        var now = Instant.now();
        post(0, now.minus(Duration.ofDays(4)));
        post(1, now.minus(Duration.ofDays(2)));
        post(2, now.minus(Duration.ofDays(2)).plusSeconds(90));
        IntStream.range(1, 25).forEach(hour -> {
            redeem("first-" + hour, now.minus(Duration.ofDays(4)).plus(Duration.ofMinutes(30L * hour)));
            redeem("second-" + hour, now.minus(Duration.ofDays(2)).plus(Duration.ofMinutes(40L * hour)));
        });
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @MethodSource("dev.herald.e2e.Window#all")
    void an_ambassador_a_buyer_and_the_brand_each_say_and_see_what_they_can(Window window) {
        try (var context = chromium.visitor(window)) {
            var look = new Look(context.newPage()).open(demo.ambassadorsPage(id(sharers.getLast())));
            var page = look.page();
            page.navigate(page.url() + "?of=" + enrollment(page));
            button(page, "I posted just now").click();
            assertThat(page.locator("#posted .posts li").first()).isVisible();
            look.keepScreenshot("posted-" + window).isSound();
            page.locator("#posted").getByRole(AriaRole.BUTTON).first().click();
            assertThat(page.locator("#posted .posts")).hasCount(0);
        }
        try (var context = chromium.visitor(window)) {
            var look = new Look(context.newPage()).open(brandPage());
            var page = look.page();
            page.getByLabel("Your order number").fill("first-3");
            page.getByLabel("Name or handle of who told you")
                    .fill(sharers.getFirst().get("name").asText());
            look.keepScreenshot("survey-" + window).isSound();
            button(page, "Send").click();
            assertThat(page.getByText("Thank you. That helps us")).isVisible();
            look.isSound();
        }
        try (var context = chromium.visitor(window, demo.signIn(chromium))) {
            var look = new Look(context.newPage()).open(demo.origin() + "/console/campaigns/" + campaign + "/credit");
            var page = look.page();
            look.keepScreenshot("credit-before-" + window).isSound();
            importPosts(look, window);
            page.locator("main form[action$='/credit'] button").click();
            assertThat(page.locator("section.job")).hasCount(0);
            assertThat(page.getByText("Who brought how much")).isVisible();
            assertThat(page.getByText("Cannot be told apart from").first()).isVisible();
            look.keepScreenshot("credit-" + window).isSound();
        }
    }

    private static void importPosts(Look look, Window window) {
        var page = look.page();
        page.getByText("Import a file").click();
        var file = "ambassador,posted_at\nsomebody,2026-03-01 09:00\n";
        page.getByLabel("CSV file")
                .setInputFiles(new FilePayload("posts.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        button(page, "Import").click();
        assertThat(page.getByText("Line 2")).isVisible();
        look.keepScreenshot("posts-refused-" + window).isSound();
        page.getByText("Go back").click();
    }

    private String enrollment(Page page) {
        var line = page.locator("a[href*='?of=enr_']", new Page.LocatorOptions().setHasText("SPRINGBEAT20"));
        return line.count() == 0
                ? page.locator("#posted input[name=enrollment]").first().inputValue()
                : line.first().getAttribute("href").replaceFirst(".*\\?of=", "");
    }

    private void post(int sharer, Instant at) {
        demo.post(
                "/v1/campaigns/" + campaign + "/posts",
                "{\"ambassador_id\": \"%s\", \"posted_at\": \"%s\"}".formatted(id(sharers.get(sharer)), at));
    }

    private void redeem(String order, Instant at) {
        demo.post("/v1/redemptions", """
                        {"code": "SPRINGBEAT20", "customer": {"id": "%s"},
                         "order": {"reference": "%s", "amount": 4000, "currency": "USD", "placed_at": "%s"}}
                        """.formatted("buyer of " + order, order, at));
    }

    private String brandPage() {
        return demo.origin()
                + demo.get("/v1/campaigns/" + campaign + "/links")
                        .at("/data/0/page")
                        .asText();
    }

    private static String id(JsonNode ambassador) {
        return ambassador.get("id").asText();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
