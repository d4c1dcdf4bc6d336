package dev.herald.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Campaign.State;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Limits;
import dev.herald.campaign.Objective;
import dev.herald.campaign.Offer;
import dev.herald.campaign.ReversalPolicy;
import dev.herald.campaign.Strategy;
import dev.herald.code.CodeId;
import dev.herald.code.PromoCode;
import dev.herald.code.PromoCode.Kind;
import dev.herald.code.PromoCode.Status;
import dev.herald.money.BasisPoints;
import dev.herald.web.Formats;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TicketRulesTest {

    private static final AmbassadorPage.Choice CHOICE = AmbassadorPage.Choice.open("/a/token/code", "enr_1");

    private static final Instant START = Instant.parse("2026-12-04T23:00:00Z");
    private static final Offer TWENTY_PERCENT = new Offer.Percent(new BasisPoints(2_000), Offer.NO_MAXIMUM);

    private final TicketRules rules =
            new TicketRules("Heartbeat", new Formats(Locale.ENGLISH, ZoneId.of("Europe/Paris")));

    @Test
    void a_running_campaign_shows_its_code_live() {
        var ticket =
                rules.ticket(campaign(TWENTY_PERCENT), State.RUNNING, code(Kind.PERSONAL, Status.LIVE), 1_412, CHOICE);

        assertThat(ticket.live()).isTrue();
        assertThat(ticket.state()).isEqualTo("Live");
        assertThat(ticket.offer()).isEqualTo("Your code, 20% off for followers");
        assertThat(ticket.used()).isEqualTo("1,412");
        assertThat(ticket.counted()).isEqualTo("times used");
    }

    @Test
    void one_use_is_one_time() {
        var ticket = rules.ticket(campaign(TWENTY_PERCENT), State.RUNNING, code(Kind.UNIQUE, Status.LIVE), 1, CHOICE);

        assertThat(ticket.counted()).isEqualTo("time used");
    }

    @Test
    void the_uses_of_a_shared_code_are_not_called_ones_own() {
        var ticket = rules.ticket(campaign(TWENTY_PERCENT), State.RUNNING, code(Kind.BLANKET, Status.LIVE), 9, CHOICE);

        assertThat(ticket.offer()).startsWith("The campaign's code");
        assertThat(ticket.counted()).contains("by everybody's followers");
    }

    @Test
    void what_cannot_be_used_now_says_why_in_the_brands_zone() {
        assertThat(state(State.SCHEDULED)).isEqualTo("Starts 5 Dec 2026");
        assertThat(state(State.DRAFT)).isEqualTo("Starts soon");
        assertThat(state(State.PAUSED)).isEqualTo("Paused");
        assertThat(rules.ticket(campaign(TWENTY_PERCENT), State.RUNNING, code(Kind.UNIQUE, Status.DISABLED), 0, CHOICE)
                        .state())
                .isEqualTo("Switched off");
    }

    @Test
    void a_caption_names_code_offer_and_brand_and_always_says_it_is_an_ad() {
        assertThat(caption(TWENTY_PERCENT)).isEqualTo("Use MAYA20 for 20% off at Heartbeat. #ad");
        assertThat(caption(new Offer.FreeShipping())).isEqualTo("Use MAYA20 for free shipping at Heartbeat. #ad");
        assertThat(caption(new Offer.Amount(1_000, 2))).isEqualTo("Use MAYA20 for €10.00 off at Heartbeat. #ad");
        assertThat(caption(new Offer.Percent(new BasisPoints(1_250), 5_000)))
                .isEqualTo("Use MAYA20 for 12.5% off, up to €50.00 at Heartbeat. #ad");
    }

    private String state(State state) {
        var ticket = rules.ticket(campaign(TWENTY_PERCENT), state, code(Kind.PERSONAL, Status.LIVE), 0, CHOICE);
        assertThat(ticket.live()).isFalse();
        return ticket.state();
    }

    private String caption(Offer offer) {
        return rules.ticket(campaign(offer), State.RUNNING, code(Kind.PERSONAL, Status.LIVE), 0, CHOICE)
                .caption()
                .text();
    }

    private static Campaign campaign(Offer offer) {
        return new Campaign(
                new BrandId(1),
                new CampaignId(2),
                1,
                "Heartbeat autumn",
                Objective.LOYALTY,
                Strategy.PERSONAL,
                offer,
                Currency.getInstance("EUR"),
                START,
                Campaign.NO_END,
                false,
                State.RUNNING,
                Limits.UNLIMITED,
                ReversalPolicy.DEFAULT,
                null,
                null,
                START);
    }

    private static PromoCode code(Kind kind, Status status) {
        return new PromoCode(
                new CodeId(3),
                new CampaignId(2),
                new AmbassadorId(4),
                kind,
                "MAYA20",
                "MAYA20",
                status,
                true,
                null,
                null);
    }
}
