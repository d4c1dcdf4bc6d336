package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.campaign.CampaignId;
import dev.herald.code.CodeId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A slot held during a checkout. Amounts are minor units of {@code currency}.
 *
 * @param turnDay the day, in the brand's time zone, whose turns it holds
 * @param redemption what it became; absent unless redeemed
 * @param ttlSeconds how long it was first asked for
 * @param expiresAt by the database's clock; later than first asked for once it was extended
 * @param correctedFrom what the buyer typed, where it was mended
 * @param clicks tokens of the clicks before it, for its redemption
 */
public record Reservation(
        BrandId brand,
        ReservationId id,
        CampaignId campaign,
        CodeId codeId,
        @Nullable RequestKey key,
        KeyedHash orderHash,
        String orderReference,
        Buyer buyer,
        long amount,
        long shipping,
        String currency,
        long discount,
        LocalDate turnDay,
        State state,
        @Nullable RedemptionId redemption,
        Instant reservedAt,
        int ttlSeconds,
        Instant expiresAt,
        @Nullable String correctedFrom,
        List<String> clicks) {

    static final int DEFAULT_SECONDS = 15 * 60;

    /** The longest that a slot can be held in all, extensions included. */
    static final int MOST_SECONDS = 24 * 60 * 60;

    /** What became of a hold. */
    public enum State {
        HELD,
        REDEEMED,
        RELEASED,
        EXPIRED;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Reservation {
        clicks = List.copyOf(clicks);
    }

    static Reservation of(LaneTask.Reserve task, long discount, Instant now) {
        var attempt = task.attempt();
        var order = attempt.order();
        return new Reservation(
                attempt.brand(),
                task.newId(),
                task.campaign(),
                attempt.code().id(),
                attempt.key(),
                attempt.orderHash(),
                order.reference(),
                attempt.buyer(),
                order.amount(),
                order.shipping(),
                order.currency(),
                discount,
                attempt.turnDay(),
                State.HELD,
                null,
                now,
                task.ttlSeconds(),
                now.plusSeconds(task.ttlSeconds()),
                attempt.correctedFrom(),
                attempt.touches().stream().map(Touch::token).toList());
    }

    /** Whether it keeps its slot at a moment. */
    boolean holds(Instant now) {
        return state == State.HELD && now.isBefore(expiresAt);
    }

    /** When it expires unless extended: what the one who reserved was told. */
    Instant firstExpiresAt() {
        return reservedAt.plusSeconds(ttlSeconds);
    }

    /** Held for so long from now on, if that is longer than it is held anyway, and not beyond the longest hold. */
    Reservation extended(Instant now, int seconds) {
        var wished = now.plusSeconds(seconds);
        var last = reservedAt.plus(Duration.ofSeconds(MOST_SECONDS));
        var capped = wished.isBefore(last) ? wished : last;
        return with(state, null, capped.isAfter(expiresAt) ? capped : expiresAt);
    }

    Reservation ended(State end) {
        return with(end, null, expiresAt);
    }

    Reservation redeemed(RedemptionId by) {
        return with(State.REDEEMED, by, expiresAt);
    }

    private Reservation with(State newState, @Nullable RedemptionId newRedemption, Instant newExpiry) {
        return new Reservation(
                brand,
                id,
                campaign,
                codeId,
                key,
                orderHash,
                orderReference,
                buyer,
                amount,
                shipping,
                currency,
                discount,
                turnDay,
                newState,
                newRedemption,
                reservedAt,
                ttlSeconds,
                newExpiry,
                correctedFrom,
                clicks);
    }
}
