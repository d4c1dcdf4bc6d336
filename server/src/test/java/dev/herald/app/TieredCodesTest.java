package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiered campaigns: those with the most followers get codes of their own, the others share one. */
class TieredCodesTest {

    private static TestHerald herald;
    private static final List<String> people = new ArrayList<>();

    @BeforeAll
    static void start() {
        herald = new TestHerald();
        for (var followers : List.of(900, 50_000, 1_200, 3_000, 80_000, 2_000, 700, 4_000, 400, 5_000)) {
            var made = herald.post("/v1/ambassadors", Map.of("name", "Maya " + followers, "audience_size", followers));
            people.add(made.json().get("id").asText());
        }
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @Test
    void the_usual_fifth_get_their_own_and_the_others_share_one() {
        var campaign = herald.runningCampaign(Map.of("strategy", "tiered", "blanket_code", "TOGETHER20"));
        assertThat(owners(campaign, people)).containsExactly(people.get(1), people.get(4));
        var shown = herald.get("/v1/campaigns/" + campaign).json();
        assertThat(shown.get("tier").asDouble()).isEqualTo(.2);
        assertThat(shown.get("blanket_code").asText()).isEqualTo("TOGETHER20");
    }

    @Test
    void the_share_is_the_brands_to_choose_and_counts_everybody_whoever_is_enrolled_with_whom() {
        var campaign = herald.runningCampaign(Map.of("strategy", "tiered", "tier", .3));
        assertThat(owners(campaign, people.subList(0, 5))).containsExactly(people.get(1), people.get(4));
        assertThat(owners(campaign, people.subList(5, 10))).containsExactly(people.get(9));
    }

    @Test
    void a_redemption_of_the_shared_code_is_nobodys_and_one_of_an_own_code_its_owners() {
        var campaign = herald.runningCampaign(Map.of("strategy", "tiered", "tier", .1));
        enroll(campaign, people);
        var codes = herald.get("/v1/campaigns/" + campaign + "/codes").json().get("data");
        for (var code : codes) {
            var redeemed = herald.post(
                    "/v1/redemptions",
                    TestHerald.redemption(
                            code.get("text").asText(),
                            "buyer of " + code.get("id").asText(),
                            code.get("id").asText()));
            assertThat(redeemed.status()).isEqualTo(201);
            assertThat(redeemed.json().has("ambassador")).isEqualTo(code.has("owner"));
        }
        assertThat(codes).hasSize(2);
        var ranking = herald.get("/v1/campaigns/" + campaign + "/ranking").json();
        assertThat(ranking.get("data"))
                .singleElement()
                .satisfies(one -> assertThat(one.at("/ambassador/id").asText()).isEqualTo(people.get(4)));
        assertThat(ranking.get("uncredited").asInt()).isEqualTo(1);
    }

    @Test
    void the_share_is_fixed_at_the_launch() {
        var campaign = herald.runningCampaign(Map.of("strategy", "tiered"));
        var changed = herald.patch("/v1/campaigns/" + campaign, Map.of("tier", .5));
        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.body()).contains("/tier", "cannot change after the launch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.01", "-0.2", "0.12345", "\"a fifth\"", "true", "[]"})
    void a_share_that_is_none_is_refused(String tier) {
        var refused = herald.send("POST", "/v1/campaigns", """
                {"name": "T", "objective": "loyalty", "strategy": "tiered", "tier": %s, "currency": "USD",
                 "offer": {"type": "percent", "value": 20}, "starts_at": "2020-01-01T00:00:00Z"}
                """.formatted(tier), herald.admin);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("/tier");
    }

    @Test
    void other_strategies_show_no_share() {
        var campaign = herald.runningCampaign(Map.of("strategy", "personal", "tier", .4));
        assertThat(herald.get("/v1/campaigns/" + campaign).json().has("tier")).isFalse();
    }

    private static List<String> owners(String campaign, List<String> members) {
        var data = enroll(campaign, members).json().get("data");
        var shared = herald.get("/v1/campaigns/" + campaign)
                .json()
                .get("blanket_code")
                .asText();
        return Stream.iterate(0, i -> i < data.size(), i -> i + 1)
                .map(data::get)
                .filter(one -> !one.at("/code/display").asText().equals(shared))
                .map(one -> one.at("/ambassador/id").asText())
                .toList();
    }

    private static TestHerald.Reply enroll(String campaign, List<String> members) {
        return herald.post("/v1/campaigns/" + campaign + "/enrollments", Map.of("ambassador_ids", members));
    }
}
