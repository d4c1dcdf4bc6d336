package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.campaign.CampaignId;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One request that waits in a lane. It carries the id of what it may make, so that after a lost connection the database
 * tells whether it was made.
 */
sealed interface LaneTask {

    BrandId brand();

    CampaignId campaign();

    CompletableFuture<Outcome> outcome();

    /** @param reservation the hold that is redeemed; absent if the buyer names a code */
    record Redeem(
            Attempt attempt,
            @Nullable ReservationId reservation,
            RedemptionId newId,
            CompletableFuture<Outcome> outcome)
            implements LaneTask {

        @Override
        public BrandId brand() {
            return attempt.brand();
        }

        @Override
        public CampaignId campaign() {
            return attempt.code().campaign();
        }
    }

    record Reverse(ReversalAttempt attempt, ReversalId newId, CompletableFuture<Outcome> outcome) implements LaneTask {

        @Override
        public BrandId brand() {
            return attempt.redemption().brand();
        }

        @Override
        public CampaignId campaign() {
            return attempt.redemption().campaign();
        }
    }

    record Reserve(Attempt attempt, int ttlSeconds, ReservationId newId, CompletableFuture<Outcome> outcome)
            implements LaneTask {

        @Override
        public BrandId brand() {
            return attempt.brand();
        }

        @Override
        public CampaignId campaign() {
            return attempt.code().campaign();
        }
    }

    /** @param reservation as it was when the request came */
    record Release(Reservation reservation, CompletableFuture<Outcome> outcome) implements LaneTask {

        @Override
        public BrandId brand() {
            return reservation.brand();
        }

        @Override
        public CampaignId campaign() {
            return reservation.campaign();
        }
    }

    /**
     * @param reservation as it was when the request came
     * @param ttlSeconds how long it shall be held from now on
     */
    record Extend(Reservation reservation, int ttlSeconds, CompletableFuture<Outcome> outcome) implements LaneTask {

        @Override
        public BrandId brand() {
            return reservation.brand();
        }

        @Override
        public CampaignId campaign() {
            return reservation.campaign();
        }
    }
}
