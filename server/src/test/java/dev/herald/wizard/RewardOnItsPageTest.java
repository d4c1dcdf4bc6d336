package dev.herald.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.app.TestHerald;
import dev.herald.platform.TestPostgres;
import dev.herald.web.Visitor;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a campaign promises, written on its page. */
class RewardOnItsPageTest {

    private final TestHerald herald = new TestHerald();
    private final Visitor visitor = new Visitor(herald.address.getPort());
    private String campaign = "";

    @BeforeEach
    void sign_in() {
        visitor.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));
        campaign = herald.runningCampaign(Map.of("strategy", "personal", "currency", "EUR"));
    }

    @AfterEach
    void stop() {
        visitor.close();
        herald.close();
    }

    @Test
    void the_whole_plan_is_written_and_shown_again() throws SQLException {
        var form = new HashMap<>(Map.of(
                "name", "Heartbeat spring",
                "reward.type", "percent",
                "reward.value", "10",
                "reward.first_order_bonus", "2.00",
                "reward.tier_mode", "whole",
                // Rows in between were left empty.
                "reward.tiers.1.from", "10",
                "reward.tiers.1.value", "12.5",
                "reward.tiers.3.from", "25",
                "reward.tiers.3.value", "15"));
        form.putAll(Map.of(
                "reward.milestones.0.at", "5",
                "reward.milestones.0.bonus", "20",
                "reward.contest.prizes.0", "100",
                "reward.contest.prizes.1", "50",
                "reward.caps.per_ambassador", "500",
                "reward.hold_days", "0"));
        assertThat(save(form)).isEqualTo(303);
        var plan = herald.get("/v1/campaigns/" + campaign).json().get("reward");
        assertThat(plan.toString())
                .contains(
                        "\"tier_mode\":\"whole\"",
                        "\"first_order_bonus\":200",
                        "\"hold_days\":0",
                        "\"per_ambassador\":50000");
        assertThat(plan.at("/tiers/1/from").asInt()).isEqualTo(25);
        assertThat(plan.at("/milestones/0/bonus").asInt()).isEqualTo(2_000);
        assertThat(plan.at("/contest/prizes/1").asInt()).isEqualTo(5_000);
        assertThat(visitor.get("/console/campaigns/" + campaign + "/edit").body())
                .contains(
                        "name=\"reward.tiers.0.value\" type=\"text\" value=\"12.5\"",
                        "name=\"reward.tiers.1.from\" type=\"text\" value=\"25\"",
                        "name=\"reward.caps.per_ambassador\" type=\"text\" value=\"500.00\"",
                        "name=\"reward.hold_days\" type=\"text\" value=\"0\"");

        // Saved again without a change it is no new plan, under which everybody would begin anew.
        assertThat(save(form)).isEqualTo(303);
        assertThat(plans()).isEqualTo(1);
        assertThat(save(Map.of("name", "Renamed"))).isEqualTo(303);
        assertThat(plans()).isEqualTo(1);
        assertThat(save(Map.of("name", "Renamed", "reward.type", "none"))).isEqualTo(303);
        assertThat(herald.get("/v1/campaigns/" + campaign).json().has("reward")).isFalse();
    }

    @Test
    void a_fault_is_told_at_its_field() {
        var faulty = visitor.post(
                "/console/campaigns/" + campaign + "/edit",
                Map.of(
                        "name", "Heartbeat spring",
                        "reward.type", "percent",
                        "reward.value", "10",
                        "reward.tiers.0.from", "10",
                        "reward.tiers.0.value", "9",
                        "reward.milestones.0.at", "7"));
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body()).contains("id=\"reward.milestones.0.bonus-fault\"");
        var lower = visitor.post(
                "/console/campaigns/" + campaign + "/edit",
                Map.of(
                        "name", "Heartbeat spring",
                        "reward.type", "percent",
                        "reward.value", "10",
                        "reward.tiers.2.from", "10",
                        "reward.tiers.2.value", "9"));
        assertThat(lower.body()).contains("id=\"reward.tiers.0.value-fault\"", "more than the tier before");
    }

    private int save(Map<String, String> form) {
        return visitor.post("/console/campaigns/" + campaign + "/edit", form).statusCode();
    }

    private int plans() throws SQLException {
        try (var connection = TestPostgres.connect(herald.database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from reward_plan")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
