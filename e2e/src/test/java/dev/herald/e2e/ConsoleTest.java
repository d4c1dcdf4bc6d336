package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleTest {

    /** On the wire, with everything that a first visit loads. */
    private static final long HEAVIEST = 600_000;

    private final Chromium chromium = new Chromium();
    private final Demo demo;
    private final String campaign;

    ConsoleTest(Demo demo) {
        this.demo = demo;
        this.campaign = demo.campaign();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    static Stream<Arguments> pages_in_windows() {
        return Stream.of("overview", "campaigns", "campaign")
                .flatMap(name -> Window.all().map(window -> Arguments.of(name, window)));
    }

    @ParameterizedTest
    @MethodSource("pages_in_windows")
    void every_page_is_sound_and_light_in_every_window(String name, Window window) {
        in(window, look -> {
            look.open(address(name)).keepScreenshot(name + "-" + window);

            assertThat(look.bytes()).isBetween(50_000L, HEAVIEST);
            look.isSound();
        });
    }

    @Test
    void a_campaign_shows_four_figures_a_chart_and_a_ranking_that_says_how_sure_it_is() {
        in(Window.DESK_LIGHT, look -> {
            var page = look.open(address("campaign")).page();

            assertThat(page.locator(".figure")).hasCount(4);
            assertThat(page.locator(".plot svg")).isVisible();
            assertThat(page.locator(".ranking tbody tr").first()).isVisible();
            assertThat(page.locator(".ranking .between").first()).isAttached();
            assertThat(page.locator(".ranking .verdict").first()).not().isEmpty();
        });
    }

    @Test
    void the_chart_shows_the_numbers_of_its_table() {
        in(Window.DESK_LIGHT, look -> {
            var page = look.open(address("overview")).page();
            assertThat(page.locator("#days-table")).isHidden();

            page.getByText("Show as table").click();

            assertThat(page.locator("#days-table")).isVisible();
            assertThat(page.locator("#days-table tbody tr")).hasCount(30);
            look.isSound();
        });
    }

    @Test
    void another_period_is_shown_without_leaving_the_page() {
        in(Window.DESK_LIGHT, look -> {
            var page = look.open(address("overview")).page();

            page.getByLabel("Period").selectOption("90");

            assertThat(page.locator("#days-table tbody tr")).hasCount(90);
            assertThat(page.locator(".plot svg")).isVisible();
            assertThat(page.getByLabel("Period")).hasValue("90");
            assertThat(page.url()).endsWith("?days=90");
            look.isSound();
        });
    }

    @Test
    void a_code_is_copied_and_the_copying_announced() {
        in(Window.DESK_LIGHT, look -> {
            var page = look.open(address("campaign")).page();
            var code = page.locator(".ranking .code code").first().textContent();

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy code " + code))
                    .click();

            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Copied " + code);
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(code);
        });
    }

    @Test
    void without_script_everything_but_the_drawing_is_there() {
        try (var context = chromium.visitorWithoutScript(Window.PHONE_LIGHT, demo.signIn(chromium))) {
            var page = context.newPage();
            page.navigate(address("campaign"));

            assertThat(page.locator(".figure")).hasCount(4);
            assertThat(page.locator(".ranking tbody tr").first()).isVisible();
            assertThat(page.getByText("Show as table")).isVisible();
            assertThat(page.locator(".plot")).isHidden();
        }
    }

    @Test
    void the_colours_follow_the_switch_and_stay() {
        in(Window.DESK_LIGHT, look -> {
            var page = look.open(address("campaigns")).page();
            assertThat(page.locator("body")).hasCSS("background-color", "rgb(249, 250, 251)");

            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Dark").setExact(true))
                    .click();

            assertThat(page.locator("body")).hasCSS("background-color", "rgb(17, 24, 39)");
            page.reload();
            assertThat(page.locator("body")).hasCSS("background-color", "rgb(17, 24, 39)");
            look.isSound();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("As the system"))
                    .click();
            assertThat(page.locator("body")).hasCSS("background-color", "rgb(249, 250, 251)");
        });
    }

    @Test
    void on_a_phone_the_menu_opens_over_the_page() {
        in(Window.PHONE_DARK, look -> {
            var page = look.open(address("overview")).page();
            var campaigns = page.getByRole(
                    AriaRole.LINK,
                    new Page.GetByRoleOptions().setName("Campaigns").setExact(true));
            assertThat(campaigns).isHidden();

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu"))
                    .click();
            assertThat(campaigns).isVisible();
            look.keepScreenshot("menu-" + Window.PHONE_DARK);
            campaigns.click();

            assertThat(page).hasURL(demo.origin() + "/console/campaigns");
        });
    }

    @Test
    void the_keyboard_gets_to_the_content_at_once() {
        in(Window.DESK_LIGHT, look -> {
            var page = look.open(address("campaign")).page();

            page.keyboard().press("Tab");
            assertThat(page.getByText("Skip to content")).isFocused();
            page.keyboard().press("Enter");

            assertThat(page.locator("main")).isFocused();
        });
    }

    private void in(Window window, Consumer<Look> test) {
        try (var context = chromium.visitor(window, demo.signIn(chromium))) {
            test.accept(new Look(context.newPage()));
        }
    }

    private String address(String name) {
        return demo.origin()
                + switch (name) {
                    case "overview" -> "/console";
                    case "campaigns" -> "/console/campaigns";
                    default -> "/console/campaigns/" + campaign;
                };
    }
}
