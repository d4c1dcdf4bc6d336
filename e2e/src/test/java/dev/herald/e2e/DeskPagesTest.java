package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The console's pages about codes, redemptions, long work and the API. */
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskPagesTest {

    /** On the wire, with everything that a first visit loads. */
    private static final long HEAVIEST = 600_000;

    private final Chromium chromium = new Chromium();
    private final Demo demo;
    private String campaign = "";
    private String code = "";
    private String codeId = "";
    private String redemption = "";
    private String job = "";

    DeskPagesTest(Demo demo) {
        this.demo = demo;
    }

    @BeforeAll
    void find_what_the_pages_are_about() {
        campaign = demo.campaign();
        var codes = demo.get("/v1/campaigns/" + campaign + "/codes?limit=5").get("data");
        code = codes.get(0).get("display").asText();
        codeId = codes.get(0).get("id").asText();
        redemption = demo.post("/v1/redemptions", """
                        {"code": "%s", "customer": {"id": "desk-pages"},
                         "order": {"reference": "desk-pages", "amount": 5000, "currency": "USD"}}""".formatted(code)).get("id").asText();
        demo.post("/v1/redemptions/" + redemption + "/reversals", "{\"reason\":\"refunded\"}");
        job = demo.post("/v1/simulations", """
                        {"objective": "loyalty", "ambassadors": 50, "runs": 20}""").get("id").asText();
    }

    @AfterAll
    void close_the_browser() {
        chromium.close();
    }

    Stream<Arguments> everyPageInEveryWindow() {
        return Stream.of(
                        "codes",
                        "codes-checked",
                        "codes-unknown",
                        "campaign-codes",
                        "new-codes",
                        "sheet",
                        "code",
                        "code-replace",
                        "code-end",
                        "code-disable",
                        "redemptions",
                        "redemptions-filter",
                        "redemption",
                        "reverse",
                        "jobs",
                        "job",
                        "developers",
                        "requests",
                        "reference")
                .flatMap(name -> Window.all().map(window -> Arguments.of(name, window)));
    }

    @ParameterizedTest
    @MethodSource("everyPageInEveryWindow")
    void every_page_is_sound_and_light(String name, Window window) {
        in(window, look -> {
            look.open(address(name)).keepScreenshot(name + "-" + window);
            assertThat(look.bytes()).as("bytes of %s", name).isLessThan(HEAVIEST);
            look.isSound();
        });
    }

    @Test
    void the_drawer_opens_beside_the_list_and_closes_again() {
        for (var window : Stream.of(Window.DESK_LIGHT, Window.PHONE_DARK).toList()) {
            in(window, look -> {
                var page = look.open(address("redemptions")).page();
                page.locator("[data-drawer]").first().click();

                var drawer = page.locator("dialog#drawer");
                assertThat(drawer).isVisible();
                assertThat(drawer).containsText("As the API shows it");
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(java.nio.file.Path.of("target", "screenshots", "drawer-" + window + ".png")));
                page.keyboard().press("Escape");
                assertThat(drawer).isHidden();
            });
        }
    }

    @Test
    void a_key_is_made_and_copied() {
        in(Window.PHONE_LIGHT, look -> {
            var page = look.open(address("developers")).page();
            page.getByText("Administration").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make a key"))
                    .click();

            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("The new key")))
                    .isVisible();
            look.keepScreenshot("new-key-" + Window.PHONE_LIGHT).isSound();
            page.getByLabel("Copy key").click();
            assertThat(String.valueOf(page.evaluate("navigator.clipboard.readText()")))
                    .startsWith("sk_test_");
        });
    }

    @Test
    void samples_follow_what_is_typed() {
        in(Window.DESK_LIGHT, look -> {
            var page = look.open(address("new-codes")).page();
            page.getByLabel("Pattern").fill("AUTUMN-####");

            assertThat(page.locator("#preview")).containsText("AUTUMN-");
            assertThat(page.locator("#preview")).containsText("Guessable");
            look.isSound();
        });
    }

    private void in(Window window, Consumer<Look> test) {
        try (var context = chromium.visitor(window, demo.signIn(chromium))) {
            test.accept(new Look(context.newPage()));
        }
    }

    private String address(String name) {
        var codes = "/console/campaigns/" + campaign + "/codes";
        return demo.origin()
                + switch (name) {
                    case "codes" -> "/console/codes";
                    case "codes-checked" -> "/console/codes?code=" + code + "&amount=50&customer=ann@example.com";
                    case "codes-unknown" -> "/console/codes?code=" + code.substring(0, code.length() - 1) + "Q9X7";
                    case "campaign-codes" -> codes;
                    case "new-codes" -> codes + "/new";
                    case "sheet" -> codes + "/sheet";
                    case "code" -> "/console/codes/" + codeId;
                    case "code-replace", "code-end", "code-disable" ->
                        "/console/codes/" + codeId + "/" + name.substring(5);
                    case "redemptions" -> "/console/redemptions";
                    case "redemptions-filter" -> "/console/redemptions?code=NOSUCHCODE&reversed=yes";
                    case "redemption" -> "/console/redemptions/" + redemption;
                    case "reverse" -> "/console/redemptions/" + standing() + "/reverse?reason=refunded&amount=1";
                    case "jobs" -> "/console/jobs";
                    case "job" -> "/console/jobs/" + job;
                    case "developers" -> "/console/developers";
                    case "requests" -> "/console/developers/requests";
                    default -> "/console/developers/reference";
                };
    }

    /** The second newest redemption: the newest was reversed. */
    private String standing() {
        return demo.get("/v1/redemptions?campaign=" + campaign + "&limit=2")
                .at("/data/1/id")
                .asText();
    }
}
