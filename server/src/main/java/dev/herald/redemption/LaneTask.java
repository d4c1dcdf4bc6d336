package dev.herald.redemption;

import dev.herald.access.BrandId;
import dev.herald.campaign.CampaignId;
import java.util.concurrent.CompletableFuture;

/**
 * One request that waits in a lane. It carries the id of what it may make, so that after a lost connection the database
 * tells whether it was made.
 */
sealed interface LaneTask {

    BrandId brand();

    CampaignId campaign();

    CompletableFuture<Outcome> outcome();

    record Redeem(Attempt attempt, RedemptionId newId, CompletableFuture<Outcome> outcome) implements LaneTask {

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
}
