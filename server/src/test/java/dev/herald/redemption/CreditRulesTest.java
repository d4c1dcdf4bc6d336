package dev.herald.redemption;

import static dev.herald.redemption.Attempts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.AttributionPolicy;
import dev.herald.campaign.AttributionPolicy.Precedence;
import dev.herald.campaign.AttributionPolicy.ReturningCustomers;
import dev.herald.campaign.AttributionPolicy.SelfUse;
import dev.herald.redemption.Credit.Reason;
import dev.herald.redemption.CreditRules.Case;
import dev.herald.redemption.CreditRules.Credited;
import dev.herald.redemption.CreditRules.Owner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CreditRulesTest {

    private static final Owner MIA = new Owner(new AmbassadorId(1), "Mia", false);
    private static final AmbassadorId LEO = new AmbassadorId(2);
    private static final AmbassadorId ZOE = new AmbassadorId(3);
    private static final Duration DAY = Duration.ofDays(1);

    @Nested
    class Code_over_link {

        private final AttributionPolicy policy = policy(Precedence.CODE_OVER_LINK);

        @Test
        void credits_the_owner_of_the_code_whatever_was_clicked() {
            assertThat(decide(policy, MIA)).isEqualTo(byCode());
            assertThat(decide(policy, MIA, click(LEO, DAY))).isEqualTo(byCode());
        }

        @Test
        void credits_the_latest_click_where_nobody_owns_the_code() {
            assertThat(decide(policy, null, click(LEO, DAY), click(ZOE, DAY.multipliedBy(2))))
                    .isEqualTo(byLink(LEO, DAY));
            assertThat(decide(policy, null)).isEqualTo(nobody(Reason.NOBODY));
        }
    }

    @Nested
    class Link_over_code {

        private final AttributionPolicy policy = policy(Precedence.LINK_OVER_CODE);

        @Test
        void credits_the_latest_click() {
            assertThat(decide(policy, MIA, click(LEO, DAY), click(ZOE, DAY.multipliedBy(2))))
                    .isEqualTo(byLink(LEO, DAY));
        }

        @Test
        void credits_the_owner_of_the_code_without_a_click() {
            assertThat(decide(policy, MIA)).isEqualTo(byCode());
            assertThat(decide(policy, null)).isEqualTo(nobody(Reason.NOBODY));
        }
    }

    @Nested
    class First_touch {

        private final AttributionPolicy policy = policy(Precedence.FIRST_TOUCH);

        @Test
        void credits_the_earliest_click_in_whatever_order_they_come() {
            var early = click(ZOE, DAY.multipliedBy(2));
            var late = click(LEO, DAY);
            assertThat(decide(policy, MIA, late, early)).isEqualTo(byLink(ZOE, DAY.multipliedBy(2)));
            assertThat(decide(policy, MIA, early, late)).isEqualTo(byLink(ZOE, DAY.multipliedBy(2)));
        }

        @Test
        void passes_over_a_click_that_is_too_long_ago() {
            assertThat(decide(policy, MIA, click(ZOE, DAY.multipliedBy(30)), click(LEO, DAY)))
                    .isEqualTo(byLink(LEO, DAY));
        }

        @Test
        void credits_the_owner_of_the_code_without_a_click() {
            assertThat(decide(policy, MIA)).isEqualTo(byCode());
        }
    }

    @Nested
    class Last_touch {

        private final AttributionPolicy policy = policy(Precedence.LAST_TOUCH);

        @Test
        void credits_the_owner_of_the_code_which_is_typed_with_the_order() {
            assertThat(decide(policy, MIA, click(LEO, Duration.ZERO))).isEqualTo(byCode());
        }

        @Test
        void credits_the_latest_click_where_nobody_owns_the_code() {
            assertThat(decide(policy, null, click(ZOE, DAY.multipliedBy(2)), click(LEO, DAY)))
                    .isEqualTo(byLink(LEO, DAY));
        }
    }

    @Nested
    class The_window {

        @Test
        void ends_with_its_last_moment_outside() {
            var window = Duration.ofDays(30);
            var policy = AttributionPolicy.DEFAULT;
            assertThat(decide(policy, null, click(LEO, window.minusSeconds(1))))
                    .isEqualTo(byLink(LEO, window.minusSeconds(1)));
            assertThat(decide(policy, null, click(LEO, window))).isEqualTo(nobody(Reason.NOBODY));
        }

        @Test
        void begins_with_the_click_so_that_none_after_the_order_counts() {
            var policy = AttributionPolicy.DEFAULT;
            assertThat(decide(policy, null, click(LEO, Duration.ZERO))).isEqualTo(byLink(LEO, Duration.ZERO));
            assertThat(decide(policy, null, click(LEO, Duration.ofSeconds(-1)))).isEqualTo(nobody(Reason.NOBODY));
        }
    }

    @Nested
    class Nobody_is_credited {

        @Test
        void where_the_buyer_owns_the_code_whoever_was_clicked() {
            var owner = new Owner(MIA.ambassador(), "Mia", true);
            for (var precedence : Precedence.values()) {
                assertThat(decide(policy(precedence), owner, click(LEO, DAY))).isEqualTo(nobody(Reason.SELF_USE));
            }
        }

        @Test
        void where_the_buyers_own_link_would_be_credited_and_not_where_it_would_not() {
            var own = new Touch("t", 2, LEO, "Leo", true, NOON.minus(DAY));
            assertThat(decide(policy(Precedence.LINK_OVER_CODE), MIA, own)).isEqualTo(nobody(Reason.SELF_USE));
            assertThat(decide(policy(Precedence.CODE_OVER_LINK), MIA, own)).isEqualTo(byCode());
            assertThat(decide(policy(Precedence.LAST_TOUCH), null, own, click(ZOE, Duration.ZERO)))
                    .isEqualTo(byLink(ZOE, Duration.ZERO));
        }

        @Test
        void of_a_returning_customer_if_the_campaign_says_so() {
            var firstOnly =
                    new AttributionPolicy(Precedence.CODE_OVER_LINK, 30, ReturningCustomers.NO_CREDIT, SelfUse.ALLOW);
            assertThat(CreditRules.decide(known(firstOnly, MIA), true, false)).isEqualTo(byCode());
            assertThat(CreditRules.decide(known(firstOnly, MIA), false, false))
                    .isEqualTo(nobody(Reason.RETURNING_CUSTOMER));
            assertThat(CreditRules.decide(known(AttributionPolicy.DEFAULT, MIA), false, false))
                    .isEqualTo(byCode());
        }

        @Test
        void where_the_order_is_credited_already() {
            assertThat(CreditRules.decide(known(AttributionPolicy.DEFAULT, MIA), true, true))
                    .isEqualTo(nobody(Reason.ORDER_CREDITED));
            assertThat(CreditRules.decide(known(AttributionPolicy.DEFAULT, null), true, true))
                    .isEqualTo(nobody(Reason.NOBODY));
        }
    }

    @Test
    void the_order_in_which_clicks_are_handed_back_never_matters() {
        for (var seed = 1; seed <= 2_000; seed++) {
            var random = new SplittableRandom(seed);
            var touches = new ArrayList<Touch>();
            for (var i = random.nextInt(5); i > 0; i--) {
                touches.add(click(random.nextBoolean() ? LEO : ZOE, Duration.ofDays(random.nextLong(-1, 33))));
            }
            var policy = policy(List.of(Precedence.values()).get(random.nextInt(4)));
            var owner = random.nextBoolean() ? MIA : null;
            assertThat(CreditRules.decide(new Case(policy, owner, touches.reversed(), NOON), true, false))
                    .as("seed %d", seed)
                    .isEqualTo(CreditRules.decide(new Case(policy, owner, touches, NOON), true, false));
        }
    }

    private static AttributionPolicy policy(Precedence precedence) {
        return new AttributionPolicy(precedence, 30, ReturningCustomers.CREDIT, SelfUse.ALLOW);
    }

    private static Credited decide(AttributionPolicy policy, @Nullable Owner owner, Touch... touches) {
        return CreditRules.decide(known(policy, owner, touches), false, false);
    }

    private static Case known(AttributionPolicy policy, @Nullable Owner owner, Touch... touches) {
        return new Case(policy, owner, List.of(touches), NOON);
    }

    private static Touch click(AmbassadorId ambassador, Duration before) {
        return new Touch("t", ambassador.value(), ambassador, "Name", false, NOON.minus(before));
    }

    private static Credited byCode() {
        return new Credited(MIA.ambassador(), "Mia", Credit.because(Reason.CODE));
    }

    private static Credited byLink(AmbassadorId ambassador, Duration before) {
        return new Credited(ambassador, "Name", new Credit(Reason.LINK, ambassador.value(), NOON.minus(before)));
    }

    private static Credited nobody(Reason reason) {
        return new Credited(null, null, Credit.because(reason));
    }
}
