package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An owner plans a campaign, takes the advice and launches it. */
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WizardTest {

    private final Chromium chromium = new Chromium();
    private final Demo demo;

    WizardTest(Demo demo) {
        this.demo = demo;
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @MethodSource("dev.herald.e2e.Window#all")
    void every_step_is_sound_and_the_advice_leads_to_a_launched_campaign(Window window) {
        try (var context = chromium.visitor(window, demo.signIn(chromium))) {
            var look = new Look(context.newPage()).open(demo.origin() + "/console/campaigns/new");
            var page = look.page();
            var name = "Wizard " + window;

            page.getByLabel("Name of the campaign").fill(name);
            page.getByText("Loyalty", new Page.GetByTextOptions().setExact(true))
                    .click();
            keep(look, "goal", window);
            go(page, "ambassadors and audience");
            page.getByLabel("Average order").fill("60");
            page.getByLabel("Margin of an order").fill("50");
            // The demo's ambassadors see their own campaign first, which other tests look at.
            page.getByText("Nobody yet", new Page.GetByTextOptions().setExact(true))
                    .click();
            keep(look, "people", window);
            go(page, "advice");
            assertThat(page.getByText("Herald advises")).isVisible();
            keep(look, "advice", window);
            page.getByText("What Herald takes for granted").click();
            page.locator("[id='assumptions.link_share']").fill("80");
            page.getByText("Reckon again").click();
            assertThat(page.locator("[id='assumptions.link_share']")).hasValue("80");
            assertThat(page.locator("[id='assumptions.link_share']")).hasAttribute("placeholder", "80%");
            page.getByText("The formulae").click();
            keep(look, "advice-assumptions", window);
            page.locator("[id='assumptions.link_share']").fill("");
            go(page, "offer");
            page.getByLabel("How much").fill("25");
            assertThat(page.locator("#example")).containsText("the customer pays €45.00, you keep €15.00");
            keep(look, "offer", window);
            go(page, "codes");
            keep(look, "codes", window);
            go(page, "reward");
            page.getByText("A share", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.getByLabel("How much").fill("10");
            assertThat(page.locator("#example")).containsText("you keep €10.50");
            keep(look, "reward", window);
            go(page, "captions");
            page.locator("textarea").first().fill("{code} for my friends: {offer}");
            assertThat(page.locator("#post-0")).containsText("for my friends: 25% off #ad");
            keep(look, "captions", window);
            go(page, "review and launch");
            assertThat(page.getByText("What launching does")).isVisible();
            keep(look, "review", window);

            button(page, "Launch").click();

            assertThat(page).hasURL(Pattern.compile(".*/console/campaigns/cmp_.*"));
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)))
                    .isVisible();
            assertThat(page.getByText("As Herald advised")).isVisible();
            look.keepScreenshot("launched-" + window).isSound();
        }
    }

    @Test
    void a_plan_works_without_script_and_waits_on_the_list_of_campaigns() {
        try (var context = chromium.visitorWithoutScript(Window.PHONE_LIGHT, demo.signIn(chromium))) {
            var page = context.newPage();
            page.navigate(demo.origin() + "/console/campaigns/new");
            page.getByLabel("Name of the campaign").fill("Without script");
            go(page, "ambassadors and audience");
            button(page, "Leave and go on later").click();

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go on with Without script"))
                    .click();
            assertThat(page.getByLabel("Name of the campaign")).hasValue("Without script");

            page.navigate(demo.origin() + "/console/campaigns");
            button(page, "Discard Without script").click();
            assertThat(page.getByText("Without script")).hasCount(0);
        }
    }

    private static void keep(Look look, String step, Window window) {
        look.keepScreenshot("wizard-" + step + "-" + window).isSound();
    }

    private static void go(Page page, String step) {
        button(page, "Go on to " + step).click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
