package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AmbassadorPageTest {

    /** On the wire: a phone on a slow network opens it. */
    private static final long HEAVIEST = 120_000;

    private final Chromium chromium = new Chromium();
    private final String address;

    AmbassadorPageTest(Demo demo) {
        this.address = demo.ambassadorsPage(demo.leader());
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @MethodSource("dev.herald.e2e.Window#all")
    void the_page_is_sound_in_every_window(Window window) {
        in(
                window,
                look -> look.open(address)
                        .keepScreenshot("ambassador-" + window)
                        .isSound());
    }

    @Test
    void the_page_is_light() {
        in(Window.PHONE_LIGHT, look -> assertThat(look.open(address).bytes()).isBetween(1_000L, HEAVIEST));
    }

    @Test
    void the_code_is_copied_and_the_copying_announced() {
        in(Window.PHONE_LIGHT, look -> {
            var page = look.open(address).page();
            var code = page.locator(".ticket .code").first().textContent().strip();

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy code"))
                    .first()
                    .click();

            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Copied " + code);
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(code);
        });
    }

    @Test
    void the_caption_is_copied_with_code_and_disclosure() {
        in(Window.PHONE_LIGHT, look -> {
            var page = look.open(address).page();
            var code = page.locator(".ticket .code").first().textContent().strip();

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy caption"))
                    .first()
                    .click();

            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Copied the caption");
            assertThat(page.evaluate("navigator.clipboard.readText()").toString())
                    .contains(code)
                    .endsWith(" #ad");
        });
    }

    @Test
    void a_code_of_ones_own_is_refused_with_the_reason_and_an_alternative_taken() {
        in(Window.PHONE_LIGHT, look -> {
            var page = look.open(address).page();
            var before = page.locator(".ticket .code").first().textContent().strip();
            page.getByText("Choose your own code").first().click();
            page.getByLabel("Your wish, letters and digits").first().fill(before.charAt(0) + before);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take this code"))
                    .first()
                    .click();

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("two typing slips");
            assertThat(page.getByLabel("Your wish, letters and digits").first()).hasValue(before.charAt(0) + before);
            look.keepScreenshot("ambassador-choice").isSound();

            var alternative = page.locator("button[name=code]").first();
            var chosen = alternative.textContent().strip();
            alternative.click();
            assertThat(page.locator(".ticket .code").first()).hasText(chosen);
        });
    }

    private void in(Window window, Consumer<Look> test) {
        try (var context = chromium.visitor(window)) {
            test.accept(new Look(context.newPage()));
        }
    }
}
