package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {

    private final Chromium chromium = new Chromium();
    private final Demo demo;

    SignInTest(Demo demo) {
        this.demo = demo;
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @MethodSource("dev.herald.e2e.Window#all")
    void a_link_used_before_says_what_to_do(Window window) {
        demo.signIn(chromium);
        try (var context = chromium.visitor(window)) {
            var look = new Look(context.newPage()).open(demo.printedLink());

            assertThat(heading(look, "This link no longer works")).isVisible();
            assertThat(look.page().getByText("for a new one")).isVisible();
            look.keepScreenshot("used-link-" + window).isSound();
        }
    }

    @Test
    void nobody_sees_the_console_without_a_link() {
        try (var context = chromium.visitor(Window.PHONE_LIGHT)) {
            var look = new Look(context.newPage()).open(demo.origin() + "/");

            assertThat(heading(look, "Sign in first")).isVisible();
            look.isSound();
        }
    }

    @Test
    void an_address_that_leads_nowhere_leads_back() {
        try (var context = chromium.visitor(Window.DESK_LIGHT, demo.signIn(chromium))) {
            var look = new Look(context.newPage()).open(demo.origin() + "/console/nowhere");
            look.isSound();

            look.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go to the overview"))
                    .click();

            assertThat(look.page()).hasURL(demo.origin() + "/console");
        }
    }

    @Test
    void scripts_of_a_page_cannot_read_the_session() {
        try (var context = chromium.visitor(Window.DESK_LIGHT, demo.signIn(chromium))) {
            var look = new Look(context.newPage()).open(demo.origin() + "/console");

            assertThat(look.page().evaluate("document.cookie").toString()).doesNotContain("session");
        }
    }

    private static com.microsoft.playwright.Locator heading(Look look, String text) {
        return look.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }
}
