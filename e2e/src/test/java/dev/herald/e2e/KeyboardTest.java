package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardTest {

    private final Chromium chromium = new Chromium();
    private final Demo demo;

    KeyboardTest(Demo demo) {
        this.demo = demo;
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void two_letters_go_to_a_page() {
        onOverview(look -> {
            look.page().keyboard().press("g");
            look.page().keyboard().press("c");

            assertThat(look.page()).hasURL(demo.origin() + "/console/campaigns");
        });
    }

    @Test
    void the_palette_finds_a_page_by_some_letters_and_a_code_by_its_text() {
        onOverview(look -> {
            var page = look.page();
            page.keyboard().press("Control+k");
            page.keyboard().type("campai");
            look.keepScreenshot("palette-" + Window.DESK_LIGHT).isSound();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(demo.origin() + "/console/campaigns");

            page.keyboard().press("Control+k");
            page.keyboard().type("NOPE20");
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Find the code NOPE20")))
                    .isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("#palette")).isHidden();
        });
    }

    @Test
    void the_keys_are_listed_and_can_be_switched_off() {
        onOverview(look -> {
            var page = look.page();
            page.keyboard().press("?");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Keyboard")))
                    .isVisible();
            look.keepScreenshot("keys-" + Window.DESK_LIGHT).isSound();
            page.getByLabel("Single keys do something").uncheck();
            page.keyboard().press("Escape");

            page.keyboard().press("?");
            assertThat(page.locator("#keys-help")).isHidden();

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keyboard"))
                    .click();
            page.getByLabel("Single keys do something").check();
        });
    }

    @Test
    void letters_typed_into_a_field_are_letters() {
        onOverview(look -> {
            var page = look.page();
            page.navigate(demo.origin() + "/console/settings");
            page.locator("#name").fill("");
            page.locator("#name").pressSequentially("gc?");

            assertThat(page.locator("#name")).hasValue("gc?");
            assertThat(page).hasURL(demo.origin() + "/console/settings");
        });
    }

    private void onOverview(Consumer<Look> test) {
        try (var context = chromium.visitor(Window.DESK_LIGHT, demo.signIn(chromium))) {
            test.accept(new Look(context.newPage()).open(demo.origin() + "/console"));
        }
    }
}
