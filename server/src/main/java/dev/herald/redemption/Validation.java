package dev.herald.redemption;

import dev.herald.campaign.Campaign;
import dev.herald.code.PromoCode;
import org.jspecify.annotations.Nullable;

/** Whether a code would work for an order at this moment. Nothing is held, so a redemption may still be declined. */
public sealed interface Validation {

    /** @param discount minor units of the campaign's currency */
    record Valid(
            PromoCode code, Campaign campaign, @Nullable String ownerName, long discount) implements Validation {}

    record Invalid(Decline decline) implements Validation {}

    record CustomerNeeded() implements Validation {}
}
