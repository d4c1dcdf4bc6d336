package dev.herald.portal;

import static dev.herald.portal.PortalSamples.START;
import static dev.herald.portal.PortalSamples.TWENTY_PERCENT;
import static dev.herald.portal.PortalSamples.campaign;
import static dev.herald.portal.PortalSamples.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.campaign.Campaign.State;
import dev.herald.campaign.Offer;
import dev.herald.code.PromoCode.Kind;
import dev.herald.code.PromoCode.Status;
import dev.herald.insight.Estimate;
import dev.herald.insight.Latest;
import dev.herald.insight.Place;
import dev.herald.insight.Verdict;
import dev.herald.money.BasisPoints;
import dev.herald.portal.AmbassadorPage.Figure;
import dev.herald.redemption.RedemptionId;
import dev.herald.web.Formats;
import dev.herald.web.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TicketRulesTest {

    private static final Instant LATER = START.plus(Duration.ofDays(10));

    private final TicketRules rules = rules(Locale.ENGLISH, LATER);

    @Nested
    class A_code {

        @Test
        void of_a_running_campaign_is_live() {
            var campaign = campaign(TWENTY_PERCENT, State.RUNNING);

            assertThat(rules.isLive(campaign, code(Kind.PERSONAL, Status.LIVE))).isTrue();
            assertThat(rules.state(campaign, code(Kind.PERSONAL, Status.LIVE))).isEqualTo("Live");
        }

        @Test
        void that_cannot_be_used_now_says_why_in_the_brands_zone() {
            assertThat(state(State.DRAFT)).isEqualTo("Starts soon");
            assertThat(state(State.PAUSED)).isEqualTo("Paused");
            assertThat(rules(Locale.ENGLISH, START.minusSeconds(1))
                            .state(campaign(TWENTY_PERCENT, State.RUNNING), code(Kind.UNIQUE, Status.LIVE)))
                    .isEqualTo("Starts 5 Dec 2026");
            assertThat(rules.state(campaign(TWENTY_PERCENT, State.RUNNING), code(Kind.UNIQUE, Status.DISABLED)))
                    .isEqualTo("Switched off");
        }

        @Test
        void that_all_share_is_not_called_ones_own() {
            var campaign = campaign(TWENTY_PERCENT, State.RUNNING);

            assertThat(rules.offer(campaign, code(Kind.PERSONAL, Status.LIVE)))
                    .isEqualTo("Your code, 20% off for followers");
            assertThat(rules.offer(campaign, code(Kind.BLANKET, Status.LIVE)))
                    .isEqualTo("The campaign's code, 20% off for followers");
        }

        private String state(State state) {
            return rules.state(campaign(TWENTY_PERCENT, state), code(Kind.PERSONAL, Status.LIVE));
        }
    }

    @Nested
    class An_offer {

        @Test
        void is_told_in_the_readers_language() {
            assertThat(offer(Locale.ENGLISH, TWENTY_PERCENT)).isEqualTo("20% off");
            assertThat(offer(Locale.GERMAN, TWENTY_PERCENT)).isEqualTo("20\u00a0% Rabatt");
            assertThat(offer(Locale.FRENCH, TWENTY_PERCENT)).isEqualTo("20\u00a0% de réduction");
            assertThat(offer(Locale.FRENCH, new Offer.FreeShipping())).isEqualTo("livraison offerte");
        }

        @Test
        void keeps_its_digits_and_no_more() {
            assertThat(offer(Locale.ENGLISH, new Offer.Amount(1_000, 2))).isEqualTo("€10 off");
            assertThat(offer(Locale.ENGLISH, new Offer.Amount(1_050, 2))).isEqualTo("€10.50 off");
            assertThat(offer(Locale.ENGLISH, new Offer.Percent(new BasisPoints(1_250), 5_000)))
                    .isEqualTo("12.5% off, up to €50");
            assertThat(offer(Locale.GERMAN, new Offer.Percent(new BasisPoints(1_250), 5_000)))
                    .isEqualTo("12,5\u00a0% Rabatt, höchstens 50\u00a0€");
        }

        private static String offer(Locale locale, Offer offer) {
            return new OfferWords(Texts.of(locale), new Formats(locale, ZoneId.of("UTC")))
                    .offer(campaign(offer, State.RUNNING));
        }
    }

    @Nested
    class A_rank {

        @Test
        void is_told_where_the_figures_tell_something() {
            var standing = Optional.of(standing(41, Verdict.TOP));

            assertThat(rules.rank(standing)).isEqualTo(new Figure("#3", "of 186"));
            assertThat(rules.place(standing).lines())
                    .containsExactly(
                            "You are #3 of 186 by redemptions.",
                            "Some of that is luck: with as many people reached again, your place is most likely between 2 "
                                    + "and 9.",
                            "You are very likely in the top tenth.",
                            "Of every 1,000 people who see your posts, 12.4 redeem your code; most likely between 10.1 "
                                    + "and 15.0. We take three in ten followers as seeing them.");
        }

        @Test
        void is_not_told_too_early_but_the_interval_is() {
            var standing = Optional.of(standing(2, Verdict.TOO_EARLY_TO_TELL));

            assertThat(rules.rank(standing).label()).isEqualTo("too early to rank");
            assertThat(rules.place(standing).lines())
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("Too early to tell who is ahead");
        }

        @Test
        void is_not_told_of_nothing() {
            var standing = Optional.of(standing(0, Verdict.NOT_TOP));

            assertThat(rules.rank(standing).value()).isEqualTo("\u2013");
            assertThat(rules.place(standing).lines()).hasSize(1);
            assertThat(rules.place(Optional.empty()).lines()).hasSize(1);
        }

        private static Standing standing(long redemptions, Verdict verdict) {
            return new Standing(new Place(3, 2, 9, 0.9, verdict), 186, redemptions, new Estimate(12.4, 10.1, 15.0));
        }
    }

    @Nested
    class Latest_redemptions {

        @Test
        void tell_a_region_at_most_and_how_long_ago() {
            var why = List.of("The buyer used your code.");
            var told = rules.latest(List.of(
                    new TicketRules.Told(latest(Duration.ofSeconds(59), "Lyon", true, false), why),
                    new TicketRules.Told(latest(Duration.ofHours(2), "", false, true), List.of())));

            assertThat(told)
                    .containsExactly(
                            new AmbassadorPage.Order("Order in Lyon", "just now", true, false, why),
                            new AmbassadorPage.Order("Order", "2 hours ago", false, true, List.of()));
        }

        private static Latest latest(Duration ago, String region, boolean first, boolean undone) {
            return new Latest(new RedemptionId(1), LATER.minus(ago), null, region, first, undone);
        }

        @Test
        void are_as_long_ago_as_people_say() {
            assertThat(ago(Duration.ofSeconds(60))).isEqualTo("1 minute ago");
            assertThat(ago(Duration.ofMinutes(59))).isEqualTo("59 minutes ago");
            assertThat(ago(Duration.ofMinutes(60))).isEqualTo("1 hour ago");
            assertThat(ago(Duration.ofHours(24))).isEqualTo("yesterday");
            assertThat(ago(Duration.ofDays(29))).isEqualTo("29 days ago");
            assertThat(ago(Duration.ofDays(30))).isEqualTo("15 Nov 2026");
            assertThat(ago(Duration.ofHours(-1))).isEqualTo("just now");
        }

        private String ago(Duration past) {
            return rules.ago(LATER.minus(past));
        }
    }

    @Test
    void somebody_is_greeted_by_the_first_name_unless_it_is_none() {
        assertThat(TicketRules.callName("Maya Okafor")).isEqualTo("Maya");
        assertThat(TicketRules.callName("Dr. Okafor")).isEqualTo("Dr. Okafor");
        assertThat(TicketRules.callName("M Okafor")).isEqualTo("M Okafor");
    }

    private static TicketRules rules(Locale locale, Instant now) {
        return new TicketRules(Texts.of(locale), new Formats(locale, ZoneId.of("Europe/Paris")), now);
    }
}
