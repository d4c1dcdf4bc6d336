package dev.herald.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.app.Patience;
import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulations on the console, walked over HTTP. */
class SimulationPagesTest {

    private static final String ADDRESS = "/console/simulations";
    private static final Map<String, String> SMALL = Map.of(
            "objective", "loyalty",
            "ambassadors", "40",
            "audience_size", "20,000",
            "average_order", "80",
            "offer.value", "15",
            "runs", "20",
            "seed", "7");

    private static TestHerald herald;
    private static Visitor visitor;

    @BeforeAll
    static void start() {
        herald = new TestHerald();
        visitor = new Visitor(herald.address.getPort());
        visitor.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));
    }

    @AfterAll
    static void stop() {
        visitor.close();
        herald.close();
    }

    @Test
    void a_campaign_is_played_and_shown_in_pictures_with_their_tables() {
        var page = played(SMALL);
        assertThat(page)
                .contains("For loyalty: 40 ambassadors, an audience of 20,000, 15% off")
                .contains("What came of it", "Tiered codes", "Orders by day", "Show as table", "polyline")
                .doesNotContain("NaN", "Infinity");
        assertThat(visitor.get(ADDRESS).body()).contains("Earlier ones", "Simulated a campaign 20 times");
    }

    @Test
    void several_values_are_drawn_as_lines_with_bands() {
        var more = new HashMap<>(SMALL);
        more.putAll(Map.of("vary", "discount", "values", "10 20, 30.5"));
        assertThat(played(more))
                .contains("varied by discount", ">10%<", ">30.5%<", "polygon")
                .doesNotContain("NaN");
    }

    @Test
    void playing_again_keeps_what_was_asked() {
        var page = played(SMALL);
        var again = page.substring(page.indexOf(ADDRESS + "?"));
        var form = visitor.get(again.substring(0, again.indexOf('"')).replace("&amp;", "&"))
                .body();
        assertThat(form).contains("value=\"40\"", "value=\"20000\"", "value=\"80.00\"", "value=\"15\"", "value=\"7\"");
        assertThat(form).containsPattern("value=\"loyalty\" selected");
    }

    @Test
    void a_plan_of_a_campaign_fills_the_form() {
        var location = visitor.get("/console/campaigns/new")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var plan = location.substring(0, location.lastIndexOf('/'));
        visitor.post(plan + "/goal", Map.of("name", "Spring", "objective", "awareness", "go", "next"));
        visitor.post(
                plan + "/people",
                Map.of(
                        "members",
                        "nobody",
                        "ambassadors",
                        "250",
                        "currency",
                        "EUR",
                        "average_order",
                        "74,50",
                        "go",
                        "next"));
        var advice = visitor.get(plan + "/advice").body();
        var link = advice.substring(advice.indexOf(ADDRESS + "?plan="));
        assertThat(visitor.get(link.substring(0, link.indexOf('"'))).body())
                .contains("value=\"250\"", "value=\"74,50\"")
                .containsPattern("value=\"awareness\" selected");
    }

    @ParameterizedTest
    @CsvSource({
        "ambassadors, many, Write a number such as",
        "ambassadors, 9999999, People are followed one by one",
        "runs, 0, from 1 to 1000",
        "margin, 130, up to 100 percent",
        "values, 1;x, Write numbers with blanks",
        "values, 0.5, from 1 to"
    })
    void what_makes_no_sense_is_said_and_what_was_typed_stays(String field, String typed, String why) {
        var fields = new HashMap<>(SMALL);
        fields.put("vary", field.equals("values") ? "ambassadors" : "");
        fields.put(field, typed);
        var refused = visitor.post(ADDRESS, fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"" + typed + "\"", "value=\"20,000\"");
        assertThat(refused.body()).containsIgnoringCase(why);
    }

    @Test
    void another_kind_of_work_is_no_simulation() {
        assertThat(visitor.get(ADDRESS + "/job_0000000000000").statusCode()).isEqualTo(404);
        assertThat(visitor.get(ADDRESS + "?plan=pln_x").statusCode()).isEqualTo(404);
    }

    private static String played(Map<String, String> fields) {
        var location =
                visitor.post(ADDRESS, fields).headers().firstValue("Location").orElseThrow();
        return Patience.until(() -> visitor.get(location).body(), page -> page.contains("Show as table"));
    }
}
