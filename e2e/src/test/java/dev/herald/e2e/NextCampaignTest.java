package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An owner asks whom to invite next, and launches the next campaign with exactly these people. */
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NextCampaignTest {

    private static final int ID_LENGTH = 17;

    private final Chromium chromium = new Chromium();
    private final Demo demo;

    NextCampaignTest(Demo demo) {
        this.demo = demo;
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @MethodSource("dev.herald.e2e.Window#all")
    void the_page_is_sound_before_and_after_the_question(Window window) {
        try (var context = chromium.visitor(window, demo.signIn(chromium))) {
            var look = new Look(context.newPage()).open(demo.origin() + "/console/campaigns/" + demo.campaign());
            var page = look.page();
            look.isSound();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Plan the next"))
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*/next"));
            look.keepScreenshot("next-asked-" + window).isSound();

            page.locator("#budget").fill("much");
            button(page, "Find the line-up").click();
            assertThat(page.getByText("Write a number such as 20 or 12.5.")).isVisible();
            look.isSound();

            ask(page, "1500", "25");

            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("The line-up")))
                    .isVisible();
            assertThat(page.getByText("If only followers counted")).isVisible();
            page.getByText("From what was sold, drawn towards what is usual").click();
            assertThat(page.getByText("To invite somebody costs")).isVisible();
            look.keepScreenshot("next-" + window).isSound();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.herald.e2e.Window#all")
    void the_ambassadors_lead_there_too(Window window) {
        try (var context = chromium.visitor(window, demo.signIn(chromium))) {
            var look = new Look(context.newPage()).open(demo.origin() + "/console/ambassadors");
            look.isSound();

            look.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Plan the next"))
                    .click();

            assertThat(look.page()).hasURL(Pattern.compile(".*/next"));
        }
    }

    @Test
    void a_budget_becomes_a_launched_campaign_with_exactly_these_members() {
        try (var context = chromium.visitorWithoutScript(Window.DESK_LIGHT, demo.signIn(chromium))) {
            var page = context.newPage();
            page.navigate(demo.origin() + "/console/campaigns/" + demo.campaign() + "/next");
            ask(page, "900", "20");
            var chosen = page.locator("input[name=who]").inputValue().split(" ");
            assertThat(chosen).hasSizeBetween(3, 45).allMatch(id -> id.length() == ID_LENGTH);
            button(page, "Plan a campaign with these " + chosen.length).click();

            go(page, "ambassadors and audience");
            assertThat(page.getByText(chosen.length + " chosen ambassadors")).isVisible();
            assertThat(page.getByLabel("Ambassadors to plan for")).hasValue(Integer.toString(chosen.length));
            go(page, "advice");
            go(page, "offer");
            // Later, so that the ambassadors' own pages stay as other tests know them.
            page.getByLabel("Starts").fill("2090-01-01T09:00");
            page.getByLabel("Ends").fill("2090-02-01T09:00");
            go(page, "codes");
            go(page, "reward");
            go(page, "captions");
            go(page, "review and launch");
            assertThat(page.getByText("The " + chosen.length + " ambassadors you chose get a code"))
                    .isVisible();
            button(page, "Launch").click();

            assertThat(page).hasURL(Pattern.compile(".*/console/campaigns/cmp_.*"));
            assertThat(page.getByText(chosen.length + " members")).isVisible();
            var made = page.url().substring(page.url().lastIndexOf('/') + 1);
            var members = demo.get("/v1/campaigns/" + made + "/codes")
                    .get("data")
                    .valueStream()
                    .map(code -> code.path("owner").asText())
                    .toList();
            assertThat(members).containsExactlyInAnyOrderElementsOf(Arrays.asList(chosen));
        }
    }

    private static void ask(Page page, String budget, String each) {
        page.locator("#budget").fill(budget);
        page.locator("#cost_per_ambassador").fill(each);
        button(page, "Find the line-up").click();
    }

    private static void go(Page page, String step) {
        button(page, "Go on to " + step).click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
