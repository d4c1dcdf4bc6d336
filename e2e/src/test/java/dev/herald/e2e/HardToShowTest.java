package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Long names, names that cannot be broken, scripts of the world, large sums in a currency of three digits. */
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardToShowTest {

    private static final List<String> NAMES = List.of(
            "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren Zeus",
            "María de los Ángeles Fernández-Villaverde y Santiago de la Torre",
            "محمد عبد الرحمن",
            "山田太郎",
            "<b>Bobby</b> & \\\"Tables\\\"");

    private final Chromium chromium = new Chromium();
    private final Demo demo;
    private final String campaign;
    private final String firstAmbassador;

    HardToShowTest(Demo demo) {
        this.demo = demo;
        var starts = Instant.now().minus(40, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
        campaign = demo.post("/v1/campaigns", """
                        {"name": "%s", "objective": "find_top_ambassadors", "strategy": "personal", "currency": "KWD",
                         "offer": {"type": "percent", "value": 12.5, "max": {"amount": 900000000, "currency": "KWD"}},
                         "limits": {"budget": {"amount": 1000000000000, "currency": "KWD"}}, "starts_at": "%s"}""".formatted(
                        "Donaudampfschifffahrtsgesellschaft & ".repeat(5).strip(), starts))
                .get("id")
                .asText();
        demo.post("/v1/campaigns/" + campaign + "/launch", "{}");
        var ambassadors = NAMES.stream()
                .map(name -> demo.post("/v1/ambassadors", "{\"name\": \"" + name + "\"}")
                        .get("id")
                        .asText())
                .toList();
        firstAmbassador = ambassadors.getFirst();
        enroll(ambassadors).forEach(code -> redeem(code, starts));
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @MethodSource("dev.herald.e2e.Window#all")
    void the_console_stays_sound(Window window) {
        try (var context = chromium.visitor(window, demo.signIn(chromium))) {
            var look = new Look(context.newPage());
            look.open(demo.origin() + "/console/campaigns/" + campaign)
                    .keepScreenshot("hard-campaign-" + window)
                    .isSound();
            assertThat(look.page().locator(".ranking tbody tr")).hasCount(NAMES.size());
            look.open(demo.origin() + "/console").isSound();
            look.open(demo.origin() + "/console/campaigns").isSound();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.herald.e2e.Window#all")
    void the_ambassadors_page_stays_sound(Window window) {
        try (var context = chromium.visitor(window)) {
            new Look(context.newPage())
                    .open(demo.ambassadorsPage(firstAmbassador))
                    .keepScreenshot("hard-ambassador-" + window)
                    .isSound();
        }
    }

    private List<String> enroll(List<String> ambassadors) {
        var ids = ambassadors.stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
        var enrolled = demo.post("/v1/campaigns/" + campaign + "/enrollments", "{\"ambassador_ids\": [" + ids + "]}");
        return enrolled.get("data")
                .valueStream()
                .map(one -> one.at("/code/text").asText())
                .toList();
    }

    private void redeem(String code, Instant starts) {
        Stream.of(1, 10, 39)
                .forEach(day ->
                        demo.post("/v1/redemptions", """
                        {"code": "%1$s", "customer": {"id": "c-%1$s-%2$d"},
                         "order": {"reference": "o-%1$s-%2$d", "amount": 987654321012, "currency": "KWD",
                                   "placed_at": "%3$s"}}""".formatted(code, day, starts.plus(day, ChronoUnit.DAYS))));
    }
}
