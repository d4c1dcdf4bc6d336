package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Codes by the hundred thousand, with the bar: {@code ./dev codes} makes the whole million. */
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MillionCodesTest {

    private static final Logger LOG = Logger.getLogger(MillionCodesTest.class.getName());

    private static final int COUNT = Integer.getInteger("herald.codes", 60_000);

    /** Ten minutes for a million on a busy machine. */
    private static final double PATIENCE_MS = 60_000 + COUNT * .6;

    private final Chromium chromium = new Chromium();
    private final Demo demo;

    MillionCodesTest(Demo demo) {
        this.demo = demo;
    }

    @AfterAll
    void close_the_browser() {
        chromium.close();
    }

    @Test
    void are_generated_with_the_bar_cancelled_and_resumed_and_none_is_lost_or_twice() {
        var campaign = demo.post("/v1/campaigns", """
                        {"name": "A million codes", "objective": "new_customers", "strategy": "unique", "currency": "EUR",
                         "offer": {"type": "percent", "value": 10}, "starts_at": "2020-01-01T00:00:00Z"}""").get("id").asText();
        demo.post("/v1/campaigns/" + campaign + "/launch", "{}");
        try (var context = chromium.visitor(Window.DESK_LIGHT, demo.signIn(chromium))) {
            var look = new Look(context.newPage());
            var page = look.open(demo.origin() + "/console/campaigns/" + campaign + "/codes/new")
                    .page();
            page.getByLabel("How many").fill(Integer.toString(COUNT));
            page.getByLabel("Pattern").fill("MILLION-##########");
            assertThat(page.locator("#preview")).containsText("MILLION-");
            var began = System.nanoTime();
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Generate").setExact(true))
                    .click();

            var bar = page.getByRole(AriaRole.PROGRESSBAR);
            assertThat(bar).isVisible();
            assertThat(page.locator("[data-told]")).containsText("per second", patience());
            look.keepScreenshot("bar-running");
            button(page, "Cancel").click();
            assertThat(button(page, "Resume")).isVisible(visibly());
            look.keepScreenshot("bar-cancelled").isSound();
            var before = percent(bar);
            assertThat(before).isLessThan(100);

            button(page, "Resume").click();
            assertThat(button(page, "Cancel")).isVisible(visibly());
            assertThat(page.getByText("See these codes")).isVisible(visibly());
            assertThat(percent(bar)).isEqualTo(100);
            look.keepScreenshot("bar-done").isSound();
            LOG.info("%,d codes, cancelled and resumed, in %.1f s; cancelled at %d %%"
                    .formatted(COUNT, (System.nanoTime() - began) / 1e9, before));

            page.getByText("See these codes").click();
            assertThat(page.locator(".code-table tbody tr")).hasCount(50);
        }
        var file = demo.text("/v1/campaigns/" + campaign + "/codes.csv");
        var codes = Pattern.compile("^MILLION-[A-Z0-9]{10},", Pattern.MULTILINE)
                .matcher(file)
                .results()
                .map(found -> found.group())
                .toList();
        assertThat(codes).hasSize(COUNT).doesNotHaveDuplicates();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static int percent(Locator bar) {
        return Integer.parseInt(bar.getAttribute("aria-valuenow"));
    }

    private static LocatorAssertions.ContainsTextOptions patience() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
    }

    private static LocatorAssertions.IsVisibleOptions visibly() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS);
    }
}
