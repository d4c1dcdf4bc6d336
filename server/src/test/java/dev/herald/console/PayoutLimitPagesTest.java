package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Brand;
import dev.herald.platform.TestPostgres;
import dev.herald.web.Visitor;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** The limit above which a second person approves payouts is raised by two, and lowered by one. */
class PayoutLimitPagesTest {

    private static final String SETTINGS = "/console/settings";
    private static final Pattern LINK = Pattern.compile("/enter/([A-Za-z0-9_-]+)");

    private final Desk desk = new Desk();
    private final Visitor paula = new Visitor(desk.herald.address.getPort());

    @AfterEach
    void stop() {
        paula.close();
        desk.close();
    }

    @Test
    void whoever_is_alone_raises_it_alone() {
        assertThat(limit(desk.visitor, "500")).endsWith("?saved");
        assertThat(desk.page(SETTINGS)).contains("You are the only person here");
        assertThat(limit(desk.visitor, "800")).endsWith("?saved");
        assertThat(limit(desk.visitor, "")).endsWith("?saved");
        assertThat(limit()).isEqualTo(Brand.NO_PAYOUT_LIMIT);
    }

    @Test
    void one_of_several_asks_for_more_and_another_agrees() {
        desk.herald.runningCampaign(Map.of());
        add();
        assertThat(limit(desk.visitor, "500")).endsWith("?saved");
        assertThat(limit(desk.visitor, "800")).endsWith("?asked");
        assertThat(limit()).isEqualTo(500_00);
        assertThat(desk.page(SETTINGS))
                .contains("Olive Owner</b> asked", "to raise the limit to <b>€800.00", "Withdraw")
                .doesNotContain("Agree<", "only person");
        assertThat(desk.page("/console")).contains("Somebody asks to raise the payout limit.");
        var wish = wish();
        assertThat(desk.visitor.post(SETTINGS + "/payouts/agree", wish).statusCode())
                .isEqualTo(403);
        assertThat(limit()).isEqualTo(500_00);

        assertThat(paula.get(SETTINGS).body()).contains("Olive Owner</b> asked", "Agree<", "Withdraw<");
        assertThat(paula.post(SETTINGS + "/payouts/agree", wish).statusCode()).isEqualTo(303);
        assertThat(limit()).isEqualTo(800_00);
        assertThat(desk.page(SETTINGS)).doesNotContain("Olive Owner</b> asked");
        assertThat(desk.page("/console")).doesNotContain("payout limit");
    }

    @Test
    void no_limit_is_more_than_any() {
        add();
        limit(desk.visitor, "0");
        assertThat(limit(paula, "")).endsWith("?asked");
        assertThat(desk.page(SETTINGS)).contains("Paula Second</b> asked", "to remove the limit");
        desk.sent(SETTINGS + "/payouts/agree", wish());
        assertThat(limit()).isEqualTo(Brand.NO_PAYOUT_LIMIT);
    }

    @Test
    void what_was_agreed_to_is_what_was_read() {
        add();
        limit(desk.visitor, "500");
        limit(desk.visitor, "800");
        var read = wish();
        limit(desk.visitor, "8000");
        assertThat(paula.post(SETTINGS + "/payouts/agree", read).statusCode()).isEqualTo(409);
        assertThat(limit()).isEqualTo(500_00);
    }

    @Test
    void whoever_lowers_it_drops_the_wish_and_anybody_withdraws_it() {
        add();
        limit(desk.visitor, "500");
        limit(desk.visitor, "800");
        assertThat(limit(desk.visitor, "500")).endsWith("?saved");
        assertThat(desk.page(SETTINGS)).contains("Olive Owner</b> asked");
        assertThat(limit(paula, "400")).endsWith("?saved");
        assertThat(desk.page(SETTINGS)).doesNotContain("asked");
        limit(desk.visitor, "800");
        var withdrawn = wish();
        assertThat(paula.post(SETTINGS + "/payouts/withdraw", withdrawn).statusCode())
                .isEqualTo(303);
        assertThat(paula.post(SETTINGS + "/payouts/agree", withdrawn).statusCode())
                .isEqualTo(409);
        assertThat(desk.page(SETTINGS)).doesNotContain("asked");
        assertThat(limit()).isEqualTo(400_00);
    }

    @Test
    void in_another_currency_the_same_figure_is_another_limit() {
        add();
        limit(desk.visitor, "500");
        limit(desk.visitor, "800");
        var read = wish();
        desk.sent(
                SETTINGS,
                Map.of(
                        "name", "Heartbeat",
                        "zone", "UTC",
                        "language", "en",
                        "currency", "USD",
                        "colour", "#a61e4d",
                        "shop", "",
                        "parameter", "code"));
        assertThat(limit()).isZero();
        assertThat(desk.page(SETTINGS)).doesNotContain("asked");
        assertThat(paula.post(SETTINGS + "/payouts/agree", read).statusCode()).isEqualTo(409);
    }

    @Test
    void another_brand_agrees_to_nothing_and_the_database_lets_nobody_agree_with_himself() throws SQLException {
        add();
        limit(desk.visitor, "500");
        limit(desk.visitor, "800");
        var wish = wish();
        assertThat(desk.stranger.post(SETTINGS + "/payouts/agree", wish).statusCode())
                .isEqualTo(409);
        assertThat(desk.stranger.get(SETTINGS).body()).doesNotContain("asked");
        assertThat(limit()).isEqualTo(500_00);
        assertThat(stateOf("update payout_limit_wish set agreed_by = asked_by, ended_at = now()"))
                .isEqualTo("23514");
    }

    /** Brings in a second person. */
    private void add() {
        var link = LINK.matcher(desk.visitor
                .post(SETTINGS + "/people", Map.of("person", "Paula Second"))
                .body());
        assertThat(link.find()).isTrue();
        paula.get(link.group());
    }

    /** Where the form leads. */
    private static String limit(Visitor visitor, String amount) {
        var answer = visitor.post(SETTINGS + "/payouts", Map.of("payout_limit", amount));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private long limit() {
        return desk.herald
                .herald
                .access()
                .brand(desk.herald.brand.id())
                .orElseThrow()
                .payoutLimit();
    }

    private Map<String, String> wish() {
        return Map.of("wish", Desk.hidden(paula.get(SETTINGS).body(), "wish"));
    }

    private String stateOf(String sql) throws SQLException {
        try (var connection = TestPostgres.connect(desk.herald.database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
            return "done";
        } catch (PSQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }
}
