package dev.herald.console;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.herald.access.Brand;
import dev.herald.app.TestHerald;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.TestPostgres;
import dev.herald.web.Visitor;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestBrandRemovalTest {

    private final TestHerald herald = new TestHerald();
    private final Visitor visitor = new Visitor(herald.address.getPort());

    @AfterEach
    void stop() {
        visitor.close();
        herald.close();
    }

    @Test
    void everything_of_it_goes_and_nothing_of_others() throws SQLException {
        sell();
        var other = herald.herald.access().createBrand("Other", Brand.Mode.LIVE, "Owner");
        visitor.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));

        var gone = visitor.post("/console/settings/remove-test-brand", Map.of());

        assertThat(gone.statusCode()).isEqualTo(200);
        assertThat(gone.body()).contains("is gone");
        assertThat(visitor.get("/console").statusCode()).isEqualTo(403);
        assertThat(herald.herald.access().brand(other.id())).isPresent();
        for (var table : tables()) {
            assertThat(rowsOf(table, herald.brand.id().value())).as(table).isZero();
        }
        assertThat(rowsOf("person", other.id().value())).isEqualTo(1);
    }

    private void sell() {
        var campaign = herald.runningCampaign(Map.of("strategy", "personal", "limits", Map.of("per_code", 5)));
        var code = herald.enroll(campaign, "Maya Okafor").at("/code/text").asText();
        var redeemed = herald.post("/v1/redemptions", redemption(code, "ann", "order-1"));
        herald.post(
                "/v1/redemptions/" + redeemed.json().get("id").asText() + "/reversals", Map.of("reason", "refunded"));
        herald.get("/v1/campaigns/" + campaign + "/ranking");
    }

    @Test
    void a_live_brand_stays_whoever_asks() throws SQLException {
        var live = herald.herald.access().createBrand("Live", Brand.Mode.LIVE, "Owner");
        visitor.get("/enter/" + herald.herald.access().createConsoleLink(live.id()));

        assertThat(visitor.post("/console/settings/remove-test-brand", Map.of()).statusCode())
                .isEqualTo(409);
        assertThatThrownBy(() -> herald.herald.access().removeTestBrand(live)).isInstanceOf(RequestRefused.class);
        try (var owner = TestPostgres.connect(herald.database);
                var statement = owner.createStatement()) {
            statement.execute("set herald.brands = '{" + live.id().value() + "}'");
            assertThatThrownBy(() -> statement.execute(
                            "select herald_remove_test_brand(" + live.id().value() + ")"))
                    .hasMessageContaining("Only a test brand");
        }
    }

    private List<String> tables() throws SQLException {
        try (var owner = TestPostgres.connect(herald.database);
                var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        select array_agg(distinct table_name::text)
                          from information_schema.columns
                         where table_schema = 'public' and column_name = 'brand_id'""")) {
            rows.next();
            return List.of((String[]) rows.getArray(1).getArray());
        }
    }

    private long rowsOf(String table, long brand) throws SQLException {
        try (var owner = TestPostgres.connect(herald.database);
                var statement = owner.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table + " where brand_id = " + brand)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
