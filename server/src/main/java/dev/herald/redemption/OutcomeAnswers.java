package dev.herald.redemption;

import dev.herald.access.Idempotency;
import dev.herald.campaign.CampaignId;
import dev.herald.code.PromoCode;
import dev.herald.money.Money;
import dev.herald.platform.Answer;
import dev.herald.platform.Problem;
import dev.herald.platform.RequestRefused;
import dev.herald.redemption.RedemptionView.CodeName;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** What a shop is answered, for each outcome of a lane. */
final class OutcomeAnswers {

    private final Redemptions redemptions;

    OutcomeAnswers(Redemptions redemptions) {
        this.redemptions = redemptions;
    }

    record ReversalView(
            ReversalId id,
            RedemptionId redemption,
            String reason,
            Money amount,
            Money discountBack,
            boolean complete,
            Instant reversedAt) {

        static ReversalView of(Reversal reversal, String currency) {
            return new ReversalView(
                    reversal.id(),
                    reversal.redemption(),
                    reversal.reason().column(),
                    new Money(reversal.amount(), Currency.getInstance(currency)),
                    new Money(reversal.discountBack(), Currency.getInstance(currency)),
                    reversal.complete(),
                    reversal.reversedAt());
        }
    }

    /** What a buyer can be asked: did you mean this? */
    record Suggestion(String text, String display) {

        static List<Suggestion> of(List<PromoCode> codes) {
            return codes.stream()
                    .map(code -> new Suggestion(code.text(), code.display()))
                    .toList();
        }
    }

    record CampaignRef(CampaignId id) {}

    record ReservationView(
            ReservationId id,
            CodeName code,
            CampaignRef campaign,
            String orderReference,
            Money discount,
            Instant reservedAt,
            Instant expiresAt) {

        static ReservationView of(Reservation reservation, PromoCode code, Instant expiresAt) {
            return new ReservationView(
                    reservation.id(),
                    CodeName.of(code),
                    new CampaignRef(reservation.campaign()),
                    reservation.orderReference(),
                    new Money(reservation.discount(), Currency.getInstance(reservation.currency())),
                    reservation.reservedAt(),
                    expiresAt);
        }
    }

    Answer of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Redeemed(var redemption) -> Answer.created(view(redemption));
            case Outcome.Reversed(var reversal, var currency) -> Answer.created(ReversalView.of(reversal, currency));
            case Outcome.Reserved(var reservation, var expiresAt) ->
                Answer.created(ReservationView.of(reservation, redemptions.codeOf(reservation), expiresAt));
            case Outcome.Released() -> new Answer(204, "", new byte[0], Map.of());
            case Outcome.Declined(var decline) -> Answer.problem(new Problem(409, decline.code(), decline.detail()));
            case Outcome.CodeUnknown(var suggestions) ->
                Answer.problem(
                        new Problem(409, Decline.CODE_UNKNOWN.code(), Decline.CODE_UNKNOWN.detail()),
                        Map.of("suggestions", Suggestion.of(suggestions)));
            case Outcome.CustomerNeeded() -> throw customerNeeded();
            case Outcome.KeyReused() -> throw Idempotency.reused();
            case Outcome.AlreadyReversed() ->
                Answer.problem(
                        new Problem(409, "already_reversed", "Nothing of this redemption stands any more."),
                        Map.of("standing", 0));
            case Outcome.ReversalExceeds(var standing) ->
                Answer.problem(
                        new Problem(
                                409, "reversal_exceeds", "Only " + standing + " minor units of the order still stand."),
                        Map.of("standing", standing));
            case Outcome.ReversalWindowOver(var days) ->
                Answer.problem(
                        new Problem(
                                409,
                                "reversal_window_over",
                                "The campaign accepts reversals only within " + days + (days == 1 ? " day" : " days")
                                        + " of the redemption."),
                        Map.of());
        };
    }

    RedemptionView view(Redemption redemption) {
        return RedemptionView.of(redemption, redemptions.codeOf(redemption));
    }

    static RequestRefused customerNeeded() {
        return new RequestRefused(new Problem(
                422,
                "customer_needed",
                "This campaign counts customers: name one by id, email or phone.",
                List.of(new Problem.Violation("/customer", "needs an id, email or phone."))));
    }
}
