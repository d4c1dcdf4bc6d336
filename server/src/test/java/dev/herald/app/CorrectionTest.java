package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a mistyped code is answered, over HTTP. */
class CorrectionTest {

    private TestHerald herald;
    private String campaign;

    @BeforeEach
    void start() {
        herald = new TestHerald();
        campaign = herald.runningCampaign(Map.of("strategy", "personal"));
    }

    @AfterEach
    void stop() {
        herald.close();
    }

    @Nested
    class Without_automatic_correction {

        @Test
        void one_slip_is_answered_with_the_code_that_was_meant_and_nothing_is_redeemed() {
            enroll("Mia Wong");
            var validation = validate("mia2p", "c1");
            assertThat(validation.json().get("valid").asBoolean()).isFalse();
            assertThat(validation.json().at("/reasons/0/code").asText()).isEqualTo("code_unknown");
            assertThat(validation.json().at("/suggestions/0/text").asText()).isEqualTo("MIA20");
            assertThat(validation.json().has("corrected_from")).isFalse();

            var redemption = redeem("mai20", "c1", "o1");
            assertThat(redemption.status()).isEqualTo(409);
            assertThat(redemption.code()).isEqualTo("code_unknown");
            assertThat(redemption.json().at("/suggestions/0/display").asText()).isEqualTo("MIA20");
            assertThat(herald.get("/v1/redemptions?campaign=" + campaign).json().get("data"))
                    .isEmpty();
        }

        @Test
        void two_slips_are_answered_with_a_suggestion_and_three_with_none() {
            enroll("Valentina Rossi");
            assertThat(suggestions("valemtima20")).containsExactly("VALENTINA20");
            assertThat(suggestions("valemtimo20")).isEmpty();
        }

        @Test
        void a_symbol_that_no_code_has_is_a_slip_like_any_other() {
            enroll("Mia Wong");
            assertThat(suggestions("mia;20")).containsExactly("MIA20");
            assertThat(suggestions("m!a20")).containsExactly("MIA20");
        }

        @Test
        void a_blanket_code_is_suggested_too() {
            herald.runningCampaign(Map.of("blanket_code", "HEARTBEAT20"));
            assertThat(suggestions("hartbeat20")).containsExactly("HEARTBEAT20");
        }

        @Test
        void a_text_as_near_to_one_code_as_to_another_is_met_with_silence() {
            give("AMBER77");
            give("ANGEL44");
            assertThat(herald.get("/v1/codes/AMBER77").json().get("separated").asBoolean())
                    .isTrue();
            give("AMBER7777");
            assertThat(herald.get("/v1/codes/AMBER7777").json().get("separated").asBoolean())
                    .isFalse();
            assertThat(suggestions("AMBER777")).isEmpty();
            assertThat(suggestions("AMBER7")).containsExactly("AMBER77");
        }

        @Test
        void the_code_of_a_campaign_that_is_over_is_not_suggested() {
            enroll("Mia Wong");
            herald.post("/v1/campaigns/" + campaign + "/end", Map.of());
            assertThat(suggestions("mia2p")).isEmpty();
        }

        @Test
        void a_shopper_who_has_missed_five_times_is_helped_no_more_and_others_still_are() {
            enroll("Mia Wong");
            for (var slip : List.of("mia2p", "nia20", "mja20", "mia2", "mi20")) {
                assertThat(validate(slip, "guesser").json().get("suggestions")).hasSize(1);
            }
            assertThat(validate("mia200", "guesser").json().get("suggestions")).isEmpty();
            assertThat(redeem("miaa20", "guesser", "o1").json().get("suggestions"))
                    .isEmpty();
            assertThat(validate("mia2p", "guesser").json().get("suggestions")).hasSize(1);
            assertThat(validate("mia2p", "somebody else").json().get("suggestions"))
                    .hasSize(1);
            assertThat(validate("mia20", "guesser").json().get("valid").asBoolean())
                    .isTrue();
        }
    }

    @Nested
    class With_automatic_correction {

        @BeforeEach
        void switchOn() {
            assertThat(herald.patch("/v1/brand", Map.of("automatic_correction", true))
                            .json()
                            .get("automatic_correction")
                            .asBoolean())
                    .isTrue();
            enroll("Mia Wong");
        }

        @Test
        void one_slip_is_mended_and_both_texts_are_kept() {
            var validation = validate("mia2p", "c1").json();
            assertThat(validation.get("valid").asBoolean()).isTrue();
            assertThat(validation.get("corrected_from").asText()).isEqualTo("mia2p");
            assertThat(validation.at("/code/text").asText()).isEqualTo("MIA20");

            var redeemed = redeem("mia2p", "c1", "o1");
            assertThat(redeemed.status()).isEqualTo(201);
            assertThat(redeemed.json().get("corrected_from").asText()).isEqualTo("mia2p");
            assertThat(redeemed.json().at("/code/text").asText()).isEqualTo("MIA20");
            assertThat(redeemed.json().at("/ambassador/name").asText()).isEqualTo("Mia Wong");
            assertThat(herald.get("/v1/redemptions/" + redeemed.json().get("id").asText())
                            .body())
                    .isEqualTo(redeemed.body());
        }

        @Test
        void what_is_typed_right_is_not_called_corrected() {
            assertThat(redeem("mia-2O", "c1", "o1").json().has("corrected_from"))
                    .isFalse();
        }

        @Test
        void two_slips_are_never_mended() {
            assertThat(redeem("mja2p", "c1", "o1").code()).isEqualTo("code_unknown");
        }

        @Test
        void a_retry_gets_the_same_bytes_however_often_the_shopper_has_missed() {
            var first = redeem("mia2p", "c1", "o1");
            for (var i = 0; i < 10; i++) {
                validate("nothing like it " + i, "c1");
            }
            assertThat(redeem("mia2p", "c1", "o1").body()).isEqualTo(first.body());
            assertThat(redeem("nia20", "c1", "o2").code()).isEqualTo("code_unknown");
        }

        @Test
        void a_retry_gets_the_same_bytes_whatever_became_of_the_code_and_of_the_brands_wish() {
            var first = redeem("mia2p", "c1", "o1");
            var retried = new ArrayList<TestHerald.Reply>();
            give("MIA2PP");
            retried.add(redeem("mia2p", "c1", "o1"));
            herald.post("/v1/codes/MIA20/disable", Map.of());
            retried.add(redeem("mia2p", "c1", "o1"));
            herald.post("/v1/campaigns/" + campaign + "/end", Map.of());
            retried.add(redeem("mia2p", "c1", "o1"));
            herald.patch("/v1/brand", Map.of("automatic_correction", false));
            retried.add(redeem("mia2p", "c1", "o1"));
            assertThat(retried).extracting(TestHerald.Reply::body).containsOnly(first.body());
            assertThat(redeem("mia2o", "c1", "o1").body()).isEqualTo(first.body());
            assertThat(redeem("mia2p", "c1", "o2").code()).isEqualTo("code_unknown");
        }

        @Test
        void a_repeated_hold_gets_the_same_bytes_however_often_the_shopper_has_missed() {
            var body = new LinkedHashMap<String, Object>(TestHerald.redemption("nia20", "c1", "o1"));
            body.put("ttl_seconds", 60);
            var first = herald.post("/v1/reservations", body, "Idempotency-Key", "hold");
            for (var i = 0; i < 10; i++) {
                validate("nothing like it " + i, "c1");
            }
            assertThat(herald.post("/v1/reservations", body).body()).isEqualTo(first.body());
            herald.send("DELETE", "/v1/reservations/" + first.json().get("id").asText(), null, herald.admin);
            assertThat(herald.post("/v1/reservations", body, "Idempotency-Key", "hold")
                            .body())
                    .isEqualTo(first.body());
        }

        @Test
        void an_order_that_was_redeemed_helps_nobody_to_guess_codes() {
            redeem("MIA20", "c1", "o1");
            for (var i = 0; i < 10; i++) {
                validate("nothing like it " + i, "guesser");
            }
            assertThat(redeem("nia20", "guesser", "o1").code()).isEqualTo("code_unknown");
        }

        @Test
        void a_checkout_that_asks_again_and_again_about_one_slip_is_one_miss() {
            for (var i = 0; i < 20; i++) {
                assertThat(validate("mia2p", "c1").json().get("valid").asBoolean())
                        .isTrue();
            }
            assertThat(redeem("mia2p", "c1", "o1").status()).isEqualTo(201);
        }

        @Test
        void a_hold_keeps_what_was_typed_for_its_redemption() {
            var body = new LinkedHashMap<String, Object>(TestHerald.redemption("nia20", "c1", "o1"));
            body.put("ttl_seconds", 60);
            var held = herald.post("/v1/reservations", body);
            assertThat(held.json().at("/code/text").asText()).isEqualTo("MIA20");
            var redeemed = herald.post(
                    "/v1/redemptions",
                    Map.of(
                            "reservation_id",
                            held.json().get("id").asText(),
                            "order",
                            Map.of("reference", "o1", "amount", 2000, "currency", "USD")));
            assertThat(redeemed.json().get("corrected_from").asText()).isEqualTo("nia20");
        }
    }

    private List<String> suggestions(String typed) {
        return validate(typed, "shopper of " + typed).json().get("suggestions").findValuesAsText("text");
    }

    private TestHerald.Reply validate(String code, String customer) {
        return herald.post("/v1/validations", TestHerald.redemption(code, customer, "basket"));
    }

    private TestHerald.Reply redeem(String code, String customer, String order) {
        return herald.post("/v1/redemptions", TestHerald.redemption(code, customer, order));
    }

    private void give(String code) {
        assertThat(herald.post("/v1/campaigns/" + campaign + "/codes", Map.of("code", code))
                        .status())
                .isEqualTo(201);
    }

    private void enroll(String name) {
        herald.enroll(campaign, name);
    }
}
