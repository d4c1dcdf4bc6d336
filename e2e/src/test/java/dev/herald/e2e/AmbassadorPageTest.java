package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AmbassadorPageTest {

    /** On the wire: a phone on a slow network opens it. */
    private static final long HEAVIEST = 120_000;

    private final Chromium chromium = new Chromium();
    private final Demo demo;
    private final String address;

    AmbassadorPageTest(Demo demo) {
        this.demo = demo;
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

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "fr-FR"})
    void the_page_is_sound_in_other_languages(String language) {
        try (var context = chromium.visitorSpeaking(Window.PHONE_LIGHT, language)) {
            var look = new Look(context.newPage()).open(address);

            assertThat(look.page().locator("html")).hasAttribute("lang", language.substring(0, 2));
            look.keepScreenshot("ambassador-" + language).isSound();
        }
    }

    @Test
    void the_page_is_sound_from_right_to_left() {
        in(Window.PHONE_LIGHT, look -> {
            look.open(address).page().evaluate("document.documentElement.dir = 'rtl'");
            look.keepScreenshot("ambassador-rtl").isSound();
        });
    }

    @Test
    void a_link_that_is_none_is_sound() {
        in(
                Window.PHONE_LIGHT,
                look -> look.open(demo.origin() + "/a/made-up")
                        .keepScreenshot("ambassador-lost")
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

            button(page, "Copy code").click();

            assertThat(page.locator("#announcer")).hasText("Copied " + code(page));
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(code(page));
        });
    }

    @Test
    void where_nothing_can_be_shared_text_and_link_are_copied_and_that_is_said() {
        in(Window.PHONE_LIGHT, look -> {
            var page = look.open(address).page();
            page.evaluate("navigator.share = undefined");

            button(page, "Share").click();

            assertThat(page.locator("#told")).containsText("the text and the link were copied");
            assertThat(page.evaluate("navigator.clipboard.readText()").toString())
                    .contains(code(page))
                    .containsPattern("http://127\\.0\\.0\\.1:\\d+/r/[0-9a-z]{8}$");
            look.keepScreenshot("ambassador-shared").isSound();
        });
    }

    @Test
    void a_phone_that_can_share_gets_text_and_link() {
        in(Window.PHONE_LIGHT, look -> {
            var page = look.open(address).page();
            page.evaluate("navigator.share = async what => { window.shared = what; }");

            button(page, "Share").click();

            page.waitForFunction("window.shared");
            assertThat(page.evaluate("window.shared.text").toString()).contains(code(page));
            assertThat(page.evaluate("window.shared.url").toString()).contains("/r/");
            assertThat(page.locator("#told")).isHidden();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.herald.e2e.Window#all")
    void the_qr_code_fills_the_screen_and_a_camera_reads_the_link(Window window) {
        in(window, look -> {
            var page = look.open(address).page();
            var link = page.locator(".link").textContent().strip();

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show the QR code"))
                    .click();

            assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
            assertThat(Scanner.read(page.screenshot())).isEqualTo("http://" + link);
            look.keepScreenshot("ambassador-qr-" + window).isSound();
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        });
    }

    @Test
    void the_qr_code_is_saved_as_a_picture_that_a_camera_reads() {
        in(Window.PHONE_LIGHT, look -> {
            var page = look.open(address).page();
            var picture = page.locator("a[href$='/qr.png']").getAttribute("href");

            var saved = page.request().get(demo.origin() + picture);

            assertThat(Scanner.read(saved.body()))
                    .isEqualTo("http://" + page.locator(".link").textContent().strip());
        });
    }

    @Test
    void the_caption_of_each_platform_is_copied_with_code_and_disclosure() {
        in(Window.PHONE_LIGHT, look -> {
            var page = look.open(address).page();

            for (var platform : new String[] {"Instagram", "TikTok", "YouTube", "X"}) {
                page.getByRole(
                                AriaRole.TAB,
                                new Page.GetByRoleOptions().setName(platform).setExact(true))
                        .click();
                var panel = page.locator(".platform:not([hidden])");
                assertThat(panel).hasCount(1);
                panel.locator("[data-copy]:visible").click();
                assertThat(page.locator("#announcer")).hasText("Copied the caption");
                assertThat(page.evaluate("navigator.clipboard.readText()").toString())
                        .contains(code(page))
                        .contains("#ad");
                assertThat(panel.locator(".variant:visible .hint")).containsText(" characters");
            }
        });
    }

    @Test
    void another_caption_is_one_tap_away_and_so_is_another_platform_by_keyboard() {
        in(Window.PHONE_LIGHT, look -> {
            var page = look.open(address).page();
            var before = page.locator(".caption:visible").textContent();

            page.locator("[data-another]:visible").click();
            assertThat(page.locator(".caption:visible")).not().hasText(before);

            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Instagram"))
                    .focus();
            page.keyboard().press("ArrowRight");
            assertThat(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("TikTok")))
                    .isFocused();
        });
    }

    @Test
    void a_redemption_is_counted_while_the_page_is_open() {
        in(Window.PHONE_LIGHT, look -> {
            var page = look.open(address).page();
            var uses = page.locator(".figures dd").first();
            var before = Long.parseLong(uses.textContent().replace(",", ""));
            page.waitForRequest(Pattern.compile("/live\\?"), () -> {});

            redeem(code(page));

            assertThat(uses).hasText(String.format("%,d", before + 1));
        });
    }

    @Test
    void the_code_is_still_there_without_a_network() {
        in(Window.PHONE_LIGHT, look -> {
            var page = look.open(address).page();
            var code = code(page);
            page.waitForFunction("async () => (await navigator.serviceWorker.ready) && (await caches.keys()).length > 0"
                    + " && (await caches.match(location.pathname))"
                    + " && (await (await caches.open((await caches.keys())[0])).keys()).length > 2");

            page.context().setOffline(true);
            page.reload();

            assertThat(page.locator(".ticket .code")).hasText(code);
            assertThat(page.locator("#offline")).containsText("You are offline");
            look.keepScreenshot("ambassador-offline");
            page.context().setOffline(false);
        });
    }

    @Test
    void a_code_of_ones_own_is_refused_with_the_reason_and_an_alternative_taken() {
        in(Window.PHONE_LIGHT, look -> {
            var page = look.open(address).page();
            var before = code(page);
            page.getByText("Choose your own code").click();
            page.getByLabel("Your wish, letters and digits").fill(before.charAt(0) + before);
            button(page, "Take this code").click();

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("two typing slips");
            assertThat(page.getByLabel("Your wish, letters and digits")).hasValue(before.charAt(0) + before);
            look.keepScreenshot("ambassador-choice").isSound();

            var alternative = page.locator("button[name=code]").first();
            var chosen = alternative.textContent().strip();
            alternative.click();
            assertThat(page.locator(".ticket .code")).hasText(chosen);
        });
    }

    private void redeem(String code) {
        demo.post("/v1/redemptions", """
                {"code": "%s", "customer": {"id": "e2e-%s"},
                 "order": {"reference": "e2e-%s", "amount": 9000, "currency": "USD"}}
                """.formatted(code, System.nanoTime(), System.nanoTime()));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String code(Page page) {
        return page.locator(".ticket .code").textContent().strip();
    }

    private void in(Window window, Consumer<Look> test) {
        try (var context = chromium.visitor(window)) {
            test.accept(new Look(context.newPage()));
        }
    }
}
