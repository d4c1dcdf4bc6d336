package dev.herald.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.app.TestHerald;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Five thousand ambassadors with ten campaigns each are answered for while somebody waits. */
class LineUpsAtScaleTest {

    private static final int PEOPLE = 5_000;
    private static final int CAMPAIGNS = 10;

    @Test
    void five_thousand_ambassadors_are_answered_for_in_a_moment() {
        try (var herald = new TestHerald()) {
            for (var i = 0; i < CAMPAIGNS; i++) {
                var id = herald.runningCampaign(Map.of("name", "C" + i, "strategy", "unique", "currency", "USD"));
                fill(herald, new CampaignId(Ids.parse(CampaignId.PREFIX, id).orElseThrow()), i);
            }
            var body = Map.of(
                    "budget", Map.of("amount", 20_000_00, "currency", "USD"),
                    "cost_per_ambassador", Map.of("amount", 25_00, "currency", "USD"),
                    "reward", Map.of("type", "percent", "value", 10));
            var first = timed(herald, body);
            var second = timed(herald, body);

            System.out.printf(
                    "%,d ambassadors, %d campaigns: first answer %d ms, second %d ms%n",
                    PEOPLE, CAMPAIGNS, first.toMillis(), second.toMillis());
        }
    }

    private static Duration timed(TestHerald herald, Map<String, ?> body) {
        var began = System.nanoTime();
        var answer = herald.post("/v1/line-ups", body);
        var took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("considered").asInt()).isEqualTo(PEOPLE);
        assertThat(answer.json().get("data").size()).isBetween(100, 800);
        return took;
    }

    /** Everybody has a code, and six of ten sold something, those with more followers more. */
    private static void fill(TestHerald herald, CampaignId campaign, int number) {
        try (var db = Database.open(herald.database, 1)) {
            db.inBrand(herald.brand.id().value(), tx -> {
                if (number == 0) {
                    tx.createUpdate("""
                                    insert into ambassador (brand_id, ambassador_id, name, audience_size)
                                    select :brand, n, 'Person ' || n, 500 + (n * 7919) % 20000
                                      from generate_series(1, :people) n
                                    """)
                            .bind("brand", herald.brand.id().value())
                            .bind("people", PEOPLE)
                            .execute();
                }
                tx.createUpdate("""
                                insert into code (brand_id, code_id, campaign_id, ambassador_id, kind, text, display,
                                                  skeleton)
                                select :brand, :number * 100000 + n, :campaign, n, 'unique', 'C' || :number || 'P' || n,
                                       'C' || :number || 'P' || n, 'C' || :number || 'P' || n
                                  from generate_series(1, :people) n
                                """)
                        .bind("brand", herald.brand.id().value())
                        .bind("campaign", campaign.value())
                        .bind("number", number)
                        .bind("people", PEOPLE)
                        .execute();
                return tx.createUpdate("""
                                insert into rollup_code (brand_id, campaign_id, code_id, ambassador_id, made, undone,
                                                         first_orders, revenue, discount)
                                select :brand, :campaign, :number * 100000 + n, n, sold, 0, sold / 2, sold * 6000,
                                       sold * 1200
                                  from (select n, (n * 31 + :number) % 5 * (500 + (n * 7919) % 20000) / 6000 + 1 as sold
                                          from generate_series(1, :people) n
                                         where (n * 13 + :number * 7) % 10 < 6) as seller
                                """)
                        .bind("brand", herald.brand.id().value())
                        .bind("campaign", campaign.value())
                        .bind("number", number)
                        .bind("people", PEOPLE)
                        .execute();
            });
        }
    }
}
