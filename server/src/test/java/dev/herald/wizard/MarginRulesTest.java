package dev.herald.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.campaign.Offer;
import dev.herald.money.BasisPoints;
import dev.herald.wizard.MarginRules.Example;
import dev.herald.wizard.MarginRules.Reward;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MarginRulesTest {

    private static final BigDecimal HALF = BigDecimal.valueOf(50);
    private static final Offer TWENTY = new Offer.Percent(new BasisPoints(2000), Offer.NO_MAXIMUM);

    @Test
    void an_order_of_60_at_half_margin_leaves_18_after_a_fifth_off() {
        var example = MarginRules.example(60_00, HALF, TWENTY, 5_00, 0, Reward.NONE);

        assertThat(example).isEqualTo(new Example(60_00, 30_00, 12_00, 48_00, 0));
        assertThat(example.keeps()).isEqualTo(18_00);
    }

    @Test
    void a_reward_is_reckoned_from_what_the_buyer_pays() {
        var share = new Reward(0, BigDecimal.TEN);
        assertThat(MarginRules.example(60_00, HALF, TWENTY, 5_00, 0, share).reward())
                .isEqualTo(4_80);
        var flat = new Reward(5_00, BigDecimal.ZERO);
        assertThat(MarginRules.example(60_00, HALF, TWENTY, 5_00, 0, flat).keeps())
                .isEqualTo(13_00);
    }

    @Test
    void free_shipping_costs_the_shipping_and_leaves_the_price() {
        assertThat(MarginRules.example(60_00, HALF, new Offer.FreeShipping(), 5_00, 0, Reward.NONE))
                .isEqualTo(new Example(60_00, 30_00, 5_00, 60_00, 0));
    }

    @Test
    void an_order_below_the_minimum_gets_nothing_and_earns_nothing() {
        var share = new Reward(0, BigDecimal.TEN);
        assertThat(MarginRules.example(60_00, HALF, TWENTY, 5_00, 60_01, share))
                .isEqualTo(new Example(60_00, 30_00, 0, 60_00, 0));
        assertThat(MarginRules.example(60_00, HALF, TWENTY, 5_00, 60_00, share).discount())
                .isEqualTo(12_00);
    }

    @Test
    void a_discount_above_the_margin_loses_money() {
        assertThat(MarginRules.example(60_00, BigDecimal.TEN, TWENTY, 5_00, 0, Reward.NONE)
                        .keeps())
                .isEqualTo(-6_00);
    }
}
