package dev.herald.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.campaign.Campaign.State;
import dev.herald.campaign.CampaignRules.Step;
import dev.herald.money.BasisPoints;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignRulesTest {

    @ParameterizedTest
    @CsvSource({
        "DRAFT, LAUNCH, RUNNING",
        "RUNNING, PAUSE, PAUSED",
        "PAUSED, RESUME, RUNNING",
        "RUNNING, END, ENDED",
        "PAUSED, END, ENDED"
    })
    void a_step_leads_on(State from, Step step, State to) {
        assertThat(CampaignRules.after(from, step)).contains(to);
    }

    @Test
    void every_other_step_is_refused() {
        var allowed = 0;
        for (var state : State.values()) {
            for (var step : Step.values()) {
                allowed += CampaignRules.after(state, step).isPresent() ? 1 : 0;
            }
        }
        assertThat(allowed).isEqualTo(5);
        assertThat(CampaignRules.after(State.ENDED, Step.RESUME)).isEqualTo(Optional.empty());
    }

    @Test
    void a_percent_offer_stops_at_its_maximum() {
        var offer = new Offer.Percent(new BasisPoints(1_250), 1_000);
        assertThat(offer.discountOn(7_999, 500)).isEqualTo(1_000);
        assertThat(offer.discountOn(7_990, 500)).isEqualTo(999);
        assertThat(offer.number()).isEmpty();
    }

    @Test
    void a_fixed_amount_never_exceeds_the_order() {
        var offer = new Offer.Amount(1_000, 2);
        assertThat(offer.discountOn(999, 500)).isEqualTo(999);
        assertThat(offer.discountOn(1_001, 500)).isEqualTo(1_000);
        assertThat(offer.number()).isEqualTo("10");
        assertThat(new Offer.Amount(1_050, 2).number()).isEmpty();
        assertThat(new Offer.Amount(500, 0).number()).isEqualTo("500");
    }

    @Test
    void free_shipping_gives_the_shipping_and_nothing_more() {
        assertThat(new Offer.FreeShipping().discountOn(5_000, 495)).isEqualTo(495);
        assertThat(new Offer.FreeShipping().discountOn(5_000, 0)).isZero();
        assertThat(new Offer.FreeShipping().isOnShipping()).isTrue();
        assertThat(new Offer.Amount(1_000, 2).isOnShipping()).isFalse();
    }
}
