package dev.herald.portal;

import static dev.herald.portal.PortalSamples.START;
import static dev.herald.portal.PortalSamples.TWENTY_PERCENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Campaign.State;
import dev.herald.campaign.Limits;
import dev.herald.campaign.Period;
import dev.herald.web.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TermsRulesTest {

    private static final Instant MIDNIGHT_IN_PARIS = START.plus(Duration.ofDays(30));

    @Test
    void a_campaign_without_limits_has_few_conditions() {
        assertThat(terms(Limits.UNLIMITED, Campaign.NO_END))
                .containsExactly("No end date is set yet.", "Not together with other codes.");
    }

    @Test
    void every_limit_that_a_buyer_can_meet_is_told() {
        var limits = Limits.UNLIMITED
                .withMinimumOrder(2_500)
                .withFirstOrderOnly()
                .withPerCustomer(Period.CAMPAIGN, 1)
                .withPerCampaign(100);

        assertThat(terms(limits, Campaign.NO_END))
                .containsExactly(
                        "For orders of €25 and more.",
                        "For your first order.",
                        "Once per customer.",
                        "No end date is set yet.",
                        "The number is limited, so it can end earlier.",
                        "Not together with other codes.");
    }

    @Test
    void limits_of_a_day_a_week_and_a_month_are_told_where_once_does_not_say_it_all() {
        var limits = Limits.UNLIMITED.withPerCustomer(Period.CAMPAIGN, 9).withPerCustomer(Period.DAY, 2);

        assertThat(terms(limits, Campaign.NO_END))
                .startsWith("Up to 9 times per customer.", "Up to 2 times a day per customer.");
    }

    @Test
    void midnight_belongs_to_the_day_before() {
        assertThat(terms(Limits.UNLIMITED, MIDNIGHT_IN_PARIS)).contains("Until 3 Jan 2027.");
        assertThat(terms(Limits.UNLIMITED, MIDNIGHT_IN_PARIS.plusSeconds(3_600)))
                .contains("Until 4 Jan 2027, 01:00.");
    }

    @Test
    void what_has_not_begun_says_when_it_does() {
        var campaign = PortalSamples.campaign(TWENTY_PERCENT, State.RUNNING);

        assertThat(new TermsRules(Texts.of(Locale.ENGLISH), PortalSamples.formats()).terms(campaign, State.SCHEDULED))
                .contains("From 5 Dec 2026, 00:00.");
    }

    private static List<String> terms(Limits limits, Instant end) {
        var campaign = PortalSamples.campaign(TWENTY_PERCENT, State.RUNNING, limits, end);
        return new TermsRules(Texts.of(Locale.ENGLISH), PortalSamples.formats()).terms(campaign, State.RUNNING);
    }
}
