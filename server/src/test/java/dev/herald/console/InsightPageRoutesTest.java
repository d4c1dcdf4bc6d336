package dev.herald.console;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InsightPageRoutesTest {

    private final TestHerald herald = new TestHerald();
    private final Visitor visitor = new Visitor(herald.address.getPort());

    @BeforeEach
    void sign_in_and_sell() {
        visitor.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));
        var blanket = herald.runningCampaign(Map.of("name", "For <all>", "blanket_code", "HEARTBEAT20"));
        var personal = herald.runningCampaign(Map.of("name", "=Own codes", "strategy", "personal"));
        var code = herald.enroll(personal, "Maya Okafor").at("/code/text").asText();
        redeem("HEARTBEAT20", "ann", "order-1");
        redeem("HEARTBEAT20", "ben", "order-2");
        redeem(code, "cem", "order-3");
        assertThat(blanket).isNotEqualTo(personal);
    }

    @AfterEach
    void stop() {
        visitor.close();
        herald.close();
    }

    private void redeem(String code, String customer, String order) {
        assertThat(herald.post("/v1/redemptions", redemption(code, customer, order))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void blanket_and_own_codes_stand_beside_each_other() {
        assertThat(page("")).contains("One blanket code", "Personal codes", "For &lt;all", "=Own codes", "$60.00");
    }

    @Test
    void one_strategy_shows_its_campaigns_only() {
        assertThat(page("?strategy=personal")).contains("=Own codes", "$20.00").doesNotContain(">For &lt;all<");
    }

    @Test
    void days_without_redemptions_say_so() {
        assertThat(page("?from=2020-01-01&to=2020-01-31")).contains("No redemption in these days");
    }

    @Test
    void the_wrong_days_are_refused_where_they_were_typed_and_kept() {
        var refused = visitor.get("/console/insight?from=2026-02-02&to=2026-01-01");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The first day has to be before the last.", "value=\"2026-02-02\"");
        for (var rubbish :
                new String[] {"from=x", "from=2020-01-01&to=2026-01-01", "to=9999-12-31", "from=%00&compare=%ff"}) {
            assertThat(visitor.get("/console/insight?" + rubbish).statusCode()).isIn(200, 422);
        }
    }

    @Test
    void the_file_has_a_line_for_each_day_and_campaign_and_runs_nothing() {
        var file = visitor.get("/console/insight.csv?strategy=personal");

        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(file.body().lines()).hasSize(2);
        assertThat(file.body()).contains(",'=Own codes,personal,1,0,1,2000,400,USD");
    }

    private String page(String query) {
        var answer = visitor.get("/console/insight" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
