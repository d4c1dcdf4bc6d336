package dev.herald.app;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Statements of ambassadors over HTTP. */
class StatementsTest {

    @Test
    void what_is_owed_at_the_end_is_what_was_owed_before_plus_earned_less_taken_back_less_paid() {
        try (var herald = new TestHerald()) {
            var reward = Map.of("type", "flat", "value", 500, "hold_days", 0);
            var campaign = herald.runningCampaign(Map.of("strategy", "personal", "reward", reward));
            var enrollment = herald.enroll(campaign, "Mia States");
            var code = enrollment.at("/code/text").textValue();
            var address = "/v1/ambassadors/" + enrollment.at("/ambassador/id").textValue() + "/statements/";
            var now = YearMonth.now(ZoneOffset.UTC);
            assertThat(herald.get(address + now).json().get("currencies")).isEmpty();

            herald.post("/v1/redemptions", redemption(code, "ann", "order-1"));
            var run = herald.post("/v1/payouts", Map.of("currency", "USD"), "Idempotency-Key", "run")
                    .json()
                    .get("id")
                    .textValue();
            herald.post("/v1/payouts/" + run + "/paid", Map.of("reference", "R"));
            var sent = herald.post("/v1/redemptions", redemption(code, "bob", "order-2"))
                    .json()
                    .get("id")
                    .textValue();
            herald.post("/v1/redemptions", redemption(code, "cleo", "order-3"));
            // What is due already is clawed back: the entry that would take it from what is held moves nothing.
            var ledger = address.replace("/statements/", "/ledger");
            Patience.until(
                    () -> herald.get(ledger).json(),
                    json -> json.at("/balances/0/due/amount").longValue() == 1_000);
            herald.post("/v1/redemptions/" + sent + "/reversals", Map.of("reason", "refunded"));

            var sheet = herald.get(address + now).json().at("/currencies/0");
            assertThat(sheet.at("/opening/amount").longValue()).isZero();
            assertThat(sheet.at("/earned/amount").longValue()).isEqualTo(1_500);
            assertThat(sheet.at("/taken_back/amount").longValue()).isEqualTo(500);
            assertThat(sheet.at("/paid/amount").longValue()).isEqualTo(500);
            assertThat(sheet.get("entries").findValuesAsText("kind")).contains("reversed", "clawback");
            assertThat(sheet.at("/closing/amount").longValue()).isEqualTo(500);
            var next = herald.get(address + now.plusMonths(1)).json().at("/currencies/0");
            assertThat(next.at("/opening/amount").longValue()).isEqualTo(500);
            assertThat(next.get("entries")).isEmpty();
            assertThat(herald.get(address + now + "/entries.csv").body())
                    .startsWith("posted_at,entry_id,kind,amount,currency,campaign_id,redemption_id,payout_id")
                    .contains(",paid,'-5.00,USD,,,pay_")
                    .contains(",clawback,'-5.00,USD,cmp_")
                    .doesNotContain(",reversed,");
            assertThat(herald.get(address + "2026-13").status()).isEqualTo(404);
        }
    }
}
