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

/** A buyer follows a link that the brand posted. */
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrandPageTest {

    private static final long HEAVIEST = 120_000;
    private static final long HEAVIEST_OF_THE_CONSOLE = 600_000;

    private final Chromium chromium = new Chromium();
    private final Demo demo;
    private final String running;
    private final String ended;

    BrandPageTest(Demo demo) {
        this.demo = demo;
        this.running = launched("Winter for everybody", "WINTERHEART20");
        this.ended = launched("Autumn for everybody", "AUTUMNHEART20");
        demo.post("/v1/campaigns/" + ended + "/end", "{}");
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    static Stream<Arguments> pages_in_windows() {
        return Stream.of("open", "ended", "lost")
                .flatMap(name -> Window.all().map(window -> Arguments.of(name, window)));
    }

    @ParameterizedTest
    @MethodSource("pages_in_windows")
    void every_page_is_sound_and_light_in_every_window(String name, Window window) {
        var address = switch (name) {
            case "open" -> page(running);
            case "ended" -> page(ended);
            default -> demo.origin() + "/c/00000000";
        };
        in(window, look -> {
            look.open(address).keepScreenshot("offer-" + name + "-" + window);

            assertThat(look.bytes()).isBetween(1_000L, HEAVIEST);
            look.isSound();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.herald.e2e.Window#all")
    void the_share_kit_is_sound_and_light_in_every_window(Window window) {
        try (var context = chromium.visitor(window, demo.signIn(chromium))) {
            var look = new Look(context.newPage()).open(demo.origin() + "/console/campaigns/" + running + "/share");

            assertThat(look.page().locator(".kit > li")).hasCount(7);
            look.keepScreenshot("share-" + window);
            assertThat(look.bytes()).isLessThan(HEAVIEST_OF_THE_CONSOLE);
            look.isSound();
        }
    }

    @Test
    void a_buyer_copies_the_code_and_reads_what_it_takes() {
        in(Window.PHONE_LIGHT, look -> {
            var page = look.open(page(running)).page();

            assertThat(page.locator("h1")).hasText("20% off, up to $50");
            assertThat(page.locator(".terms li"))
                    .containsText(new String[] {"For orders of $25 and more.", "Once per customer.", "Until"});
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy code"))
                    .click();
            assertThat(page.locator("#announcer")).hasText("Copied WINTERHEART20");
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("WINTERHEART20");
        });
    }

    @Test
    void a_camera_reads_the_link_off_the_screen_in_the_dark_as_well() {
        in(Window.PHONE_DARK, look -> {
            var page = look.open(page(running)).page();

            assertThat(Scanner.read(page.locator(".qr-code").screenshot()))
                    .isEqualTo(page(running).replace("/c/", "/r/"));
        });
    }

    @Test
    void a_network_that_shows_the_link_finds_a_picture() {
        in(Window.PHONE_LIGHT, look -> {
            var page = look.open(page(running)).page();
            var picture = page.locator("meta[property='og:image']").getAttribute("content");

            assertThat(page.request().get(picture).headers()).containsEntry("content-type", "image/png");
        });
    }

    private String launched(String name, String code) {
        var id = demo.post("/v1/campaigns", """
                        {"name": "%s", "objective": "awareness", "strategy": "blanket", "blanket_code": "%s",
                         "offer": {"type": "percent", "value": 20, "max": {"amount": 5000, "currency": "USD"}},
                         "currency": "USD", "starts_at": "2026-01-01T00:00:00Z", "ends_at": "2999-12-24T00:00:00Z",
                         "limits": {"per_customer": 1, "minimum_order": {"amount": 2500, "currency": "USD"}}}
                        """.formatted(name, code)).get("id").asText();
        demo.post("/v1/campaigns/" + id + "/launch", "{}");
        return id;
    }

    private String page(String campaign) {
        return demo.origin()
                + demo.get("/v1/campaigns/" + campaign + "/links")
                        .at("/data/0/page")
                        .asText();
    }

    private void in(Window window, Consumer<Look> test) {
        try (var context = chromium.visitor(window)) {
            test.accept(new Look(context.newPage()));
        }
    }
}
