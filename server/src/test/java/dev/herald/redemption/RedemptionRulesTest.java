package dev.herald.redemption;

import static dev.herald.campaign.Limits.UNLIMITED;
import static dev.herald.redemption.Attempts.END;
import static dev.herald.redemption.Attempts.MIA;
import static dev.herald.redemption.Attempts.MIAS_EMAIL;
import static dev.herald.redemption.Attempts.NOON;
import static dev.herald.redemption.Attempts.START;
import static dev.herald.redemption.Attempts.attempt;
import static dev.herald.redemption.Attempts.campaign;
import static dev.herald.redemption.Attempts.fresh;
import static dev.herald.redemption.Attempts.known;
import static dev.herald.redemption.Attempts.onOrder;
import static dev.herald.redemption.Attempts.order;
import static dev.herald.redemption.Attempts.running;
import static dev.herald.redemption.Attempts.selfUse;
import static dev.herald.redemption.Attempts.used;
import static dev.herald.redemption.RedemptionRules.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Period;
import dev.herald.redemption.RedemptionRules.Decision;
import dev.herald.redemption.Situation.OrderState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedemptionRulesTest {

    @Test
    void a_fresh_order_gets_its_discount_rounded_half_up() {
        assertThat(decide(order(2_000), fresh(running(UNLIMITED)))).isEqualTo(new Decision.Accepted(400, true));
        assertThat(decide(order(12), fresh(running(UNLIMITED)))).isEqualTo(new Decision.Accepted(2, true));
        assertThat(decide(order(13), fresh(running(UNLIMITED)))).isEqualTo(new Decision.Accepted(3, true));
    }

    @Nested
    class Life_cycle {

        @ParameterizedTest
        @CsvSource({
            "DRAFT, CAMPAIGN_NOT_STARTED",
            "PAUSED, CAMPAIGN_PAUSED",
            "ENDED, CAMPAIGN_ENDED",
            "ARCHIVED, CAMPAIGN_ENDED"
        })
        void only_a_running_campaign_redeems(Campaign.State state, Decline decline) {
            assertThat(decide(order(1), fresh(campaign(state, UNLIMITED, false))))
                    .isEqualTo(refused(decline));
        }

        @Test
        void the_orders_time_decides_start_and_exclusive_end() {
            assertThat(at(START.minusNanos(1))).isEqualTo(refused(Decline.CAMPAIGN_NOT_STARTED));
            assertThat(at(START)).isInstanceOf(Decision.Accepted.class);
            assertThat(at(END.minusNanos(1))).isInstanceOf(Decision.Accepted.class);
            assertThat(at(END)).isEqualTo(refused(Decline.CAMPAIGN_ENDED));
        }

        @Test
        void a_disabled_code_is_refused() {
            var now = new Situation(
                    running(UNLIMITED), false, NOON, 0, 0, 0, List.of(), List.of(0L), false, OrderState.FRESH);
            assertThat(decide(order(1), now)).isEqualTo(refused(Decline.CODE_DISABLED));
        }

        private Decision at(Instant placedAt) {
            var order = new Order("o", 100, "USD", 0, placedAt, null, List.of());
            return decide(attempt(order, MIA), fresh(running(UNLIMITED)));
        }
    }

    @Nested
    class Limits_and_budget {

        @Test
        void the_hundredth_redemption_is_the_last() {
            var perCode = running(UNLIMITED.withPerCode(100));
            assertThat(decide(order(1), used(perCode, 0, 0, 99))).isInstanceOf(Decision.Accepted.class);
            assertThat(decide(order(1), used(perCode, 0, 0, 100))).isEqualTo(refused(Decline.LIMIT_REACHED));
            var perCampaign = running(UNLIMITED.withPerCampaign(100));
            assertThat(decide(order(1), used(perCampaign, 99, 0, 0))).isInstanceOf(Decision.Accepted.class);
            assertThat(decide(order(1), used(perCampaign, 100, 0, 0))).isEqualTo(refused(Decline.LIMIT_REACHED));
        }

        @Test
        void a_budget_gives_its_last_unit_and_no_more() {
            var campaign = running(UNLIMITED.withBudget(1_000));
            assertThat(decide(order(2_000), used(campaign, 0, 600, 0))).isInstanceOf(Decision.Accepted.class);
            assertThat(decide(order(2_000), used(campaign, 0, 601, 0))).isEqualTo(refused(Decline.BUDGET_EXHAUSTED));
            assertThat(decide(order(0), used(campaign, 0, 1_000, 0))).isInstanceOf(Decision.Accepted.class);
        }

        @Test
        void who_is_counted_must_be_named() {
            for (var period : Period.values()) {
                var campaign = running(UNLIMITED.withPerCustomer(period, 1));
                assertThat(decide(attempt(order(1).order()), fresh(campaign))).isEqualTo(new Decision.CustomerNeeded());
            }
            assertThat(decide(attempt(order(1).order()), fresh(running(UNLIMITED))))
                    .isInstanceOf(Decision.Accepted.class);
        }
    }

    @Nested
    class Turns {

        @Test
        void every_identity_must_have_a_turn_left() {
            assertThat(with(turn(Period.CAMPAIGN, 1, 2), turn(Period.CAMPAIGN, 1, 2)))
                    .isInstanceOf(Decision.Accepted.class);
            assertThat(with(turn(Period.CAMPAIGN, 0, 2), turn(Period.CAMPAIGN, 2, 2)))
                    .isEqualTo(refused(Decline.CUSTOMER_LIMIT_REACHED));
            assertThat(with(turn(Period.CAMPAIGN, 2, 2), turn(Period.CAMPAIGN, 0, 2)))
                    .isEqualTo(refused(Decline.CUSTOMER_LIMIT_REACHED));
        }

        @Test
        void every_cap_must_have_a_turn_left() {
            assertThat(with(turn(Period.CAMPAIGN, 8, 9), turn(Period.DAY, 0, 1), turn(Period.MONTH, 4, 5)))
                    .isInstanceOf(Decision.Accepted.class);
            assertThat(with(turn(Period.CAMPAIGN, 8, 9), turn(Period.DAY, 1, 1), turn(Period.MONTH, 4, 5)))
                    .isEqualTo(refused(Decline.CUSTOMER_LIMIT_REACHED_TODAY));
        }

        @ParameterizedTest
        @CsvSource({
            "CAMPAIGN, CUSTOMER_LIMIT_REACHED",
            "DAY, CUSTOMER_LIMIT_REACHED_TODAY",
            "WEEK, CUSTOMER_LIMIT_REACHED_THIS_WEEK",
            "MONTH, CUSTOMER_LIMIT_REACHED_THIS_MONTH"
        })
        void the_last_turn_of_a_period_is_taken_and_then_no_more(Period period, Decline decline) {
            assertThat(with(turn(period, 2, 3))).isInstanceOf(Decision.Accepted.class);
            assertThat(with(turn(period, 3, 3))).isEqualTo(refused(decline));
            assertThat(with(turn(period, 4, 3)))
                    .as("a cap lowered below what is used")
                    .isEqualTo(refused(decline));
            assertThat(decline.code()).isEqualTo("customer_limit_reached");
        }

        @Test
        void who_has_spent_several_is_told_of_the_longest() {
            var day = turn(Period.DAY, 1, 1);
            var week = turn(Period.WEEK, 2, 2);
            var month = turn(Period.MONTH, 3, 3);
            var campaign = turn(Period.CAMPAIGN, 4, 4);
            assertThat(with(day, week)).isEqualTo(refused(Decline.CUSTOMER_LIMIT_REACHED_THIS_WEEK));
            assertThat(with(day, week, month)).isEqualTo(refused(Decline.CUSTOMER_LIMIT_REACHED_THIS_MONTH));
            assertThat(with(day, week, month, campaign)).isEqualTo(refused(Decline.CUSTOMER_LIMIT_REACHED));
        }

        @Test
        void a_customers_own_limit_is_told_before_the_codes() {
            var now = new Situation(
                    running(UNLIMITED.withPerCode(1)),
                    true,
                    NOON,
                    0,
                    0,
                    1,
                    List.of(turn(Period.DAY, 1, 1)),
                    List.of(0L),
                    false,
                    OrderState.FRESH);
            assertThat(decide(order(1), now)).isEqualTo(refused(Decline.CUSTOMER_LIMIT_REACHED_TODAY));
        }

        private static Situation.Turn turn(Period period, long used, long most) {
            return new Situation.Turn(period, used, most);
        }

        private static Decision with(Situation.Turn... turns) {
            var now = new Situation(
                    running(UNLIMITED), true, NOON, 0, 0, 0, List.of(turns), List.of(0L, 0L), false, OrderState.FRESH);
            return decide(attempt(order(1).order(), MIA, MIAS_EMAIL), now);
        }
    }

    @Nested
    class Orders {

        @Test
        void of_the_ambassador_himself_are_refused_before_anything_that_he_could_change() {
            var campaign = running(UNLIMITED.withMinimumOrder(5_000));
            assertThat(decide(order(5_000), selfUse(campaign))).isEqualTo(refused(Decline.SELF_USE));
            assertThat(decide(order(1), selfUse(campaign))).isEqualTo(refused(Decline.SELF_USE));
        }

        @Test
        void an_order_at_the_minimum_is_enough() {
            var campaign = running(UNLIMITED.withMinimumOrder(5_000));
            assertThat(decide(order(5_000), fresh(campaign))).isInstanceOf(Decision.Accepted.class);
            assertThat(decide(order(4_999), fresh(campaign))).isEqualTo(refused(Decline.MINIMUM_NOT_MET));
        }

        @Test
        void another_currency_is_refused() {
            var order = new Order("o", 100, "EUR", 0, null, null, List.of());
            assertThat(decide(attempt(order, MIA), fresh(running(UNLIMITED))))
                    .isEqualTo(refused(Decline.CURRENCY_MISMATCH));
        }

        @Test
        void two_campaigns_share_an_order_only_if_both_are_combinable() {
            var alone = campaign(Campaign.State.RUNNING, UNLIMITED, false);
            var combinable = campaign(Campaign.State.RUNNING, UNLIMITED, true);
            assertThat(decide(order(1), onOrder(combinable, true, 8L))).isInstanceOf(Decision.Accepted.class);
            assertThat(decide(order(1), onOrder(combinable, false, 8L))).isEqualTo(refused(Decline.NOT_COMBINABLE));
            assertThat(decide(order(1), onOrder(alone, true, 8L))).isEqualTo(refused(Decline.NOT_COMBINABLE));
            assertThat(decide(order(1), onOrder(combinable, true, 3L)))
                    .isEqualTo(refused(Decline.ORDER_ALREADY_REDEEMED));
        }
    }

    @Nested
    class First_orders {

        private final Campaign firstOnly = running(UNLIMITED.withFirstOrderOnly());

        @Test
        void a_customer_with_a_standing_redemption_has_no_first_order_left() {
            assertThat(decide(order(1), known(firstOnly, 0))).isEqualTo(new Decision.Accepted(0, true));
            assertThat(decide(order(1), known(firstOnly, 1))).isEqualTo(refused(Decline.FIRST_ORDER_ONLY));
        }

        @Test
        void what_the_shop_says_counts_more() {
            assertThat(decide(saying(true), known(firstOnly, 1))).isEqualTo(new Decision.Accepted(0, true));
            assertThat(decide(saying(false), known(firstOnly, 0))).isEqualTo(refused(Decline.FIRST_ORDER_ONLY));
        }

        @Test
        void a_guest_of_whom_the_shop_says_nothing_must_be_named() {
            assertThat(decide(attempt(order(1).order()), fresh(firstOnly))).isEqualTo(new Decision.CustomerNeeded());
        }

        private Attempt saying(boolean first) {
            return attempt(new Order("o", 1, "USD", 0, null, first, List.of()), MIA);
        }
    }

    private static Decision refused(Decline decline) {
        return new Decision.Refused(decline);
    }
}
