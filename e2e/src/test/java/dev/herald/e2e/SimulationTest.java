package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A campaign is played through before it is launched, once and for several values. */
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationTest {

    private static final Page.GetByLabelOptions EXACTLY = new Page.GetByLabelOptions().setExact(true);

    private final Chromium chromium = new Chromium();
    private final Demo demo;

    SimulationTest(Demo demo) {
        this.demo = demo;
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @MethodSource("dev.herald.e2e.Window#all")
    void its_pictures_are_sound_and_say_what_was_asked(Window window) {
        try (var context = chromium.visitor(window, demo.signIn(chromium))) {
            var look = new Look(context.newPage()).open(demo.origin() + "/console/simulations");
            var page = look.page();
            page.getByLabel("Ambassadors", EXACTLY).fill("60");
            page.getByLabel("People who can be reached in total").fill("30,000");
            page.getByLabel("Times each is played").fill("40");
            look.keepScreenshot("simulations-" + window).isSound();
            button(page, "Simulate");
            assertThat(page.getByText("What came of it")).isVisible();
            look.keepScreenshot("simulation-" + window).isSound();

            page.getByText("Change and play again").click();
            page.getByLabel("Try several values of").selectOption("ambassadors");
            page.getByLabel("Values to try").fill("30 60 120");
            page.getByLabel("Times each is played").fill("10");
            button(page, "Simulate");
            assertThat(page.locator("polygon.band").first()).isVisible();
            look.keepScreenshot("simulation-varied-" + window).isSound();
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
