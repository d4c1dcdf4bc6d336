package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rankings on both boards, two campaigns compared, and any days. */
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RankingPagesTest {

    private final Chromium chromium = new Chromium();
    private final Demo demo;
    private String campaign = "";
    private String other = "";

    RankingPagesTest(Demo demo) {
        this.demo = demo;
    }

    @BeforeAll
    void find_what_the_pages_are_about() {
        campaign = demo.campaign();
        other = demo.get("/v1/campaigns")
                .get("data")
                .valueStream()
                .map(one -> one.get("id").asText())
                .filter(id -> !id.equals(campaign))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    void close_the_browser() {
        chromium.close();
    }

    Stream<Arguments> everyPageInEveryWindow() {
        return Stream.of("ranking-rate", "compare-choose", "compare", "compare-same", "insight")
                .flatMap(name -> Window.all().map(window -> Arguments.of(name, window)));
    }

    @ParameterizedTest
    @MethodSource("everyPageInEveryWindow")
    void every_page_is_sound(String name, Window window) {
        in(
                window,
                look -> look.open(address(name))
                        .keepScreenshot("ranking-" + name + "-" + window)
                        .isSound());
    }

    @Test
    void the_top_of_a_board_is_chosen_and_kept_on_the_other_board() {
        in(Window.DESK_LIGHT, look -> {
            var page = look.open(address("ranking-rate")).page();
            page.getByLabel("Chance to be among the top").fill("3");
            page.locator(".boards button").click();
            assertThat(page.locator(".ranking .verdict").first()).containsText("Top 3");
            page.locator(".boards a").getByText("Most redeemed").click();
            assertThat(page.getByLabel("Chance to be among the top")).hasValue("3");
            assertThat(page.locator(".ranking .verdict").first()).containsText("op 3");
            assertThat(page.locator(".boards [aria-current=true]")).containsText("Most redeemed");
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
                    case "ranking-rate" -> "/console/campaigns/" + campaign + "?board=rate&top=20";
                    case "compare-choose" -> "/console/compare";
                    case "compare" -> "/console/compare?a=" + campaign + "&b=" + other;
                    case "compare-same" -> "/console/compare?a=" + campaign + "&b=" + campaign;
                    default -> "/console/insight?from=2026-01-01&to=2026-12-31";
                };
    }
}
