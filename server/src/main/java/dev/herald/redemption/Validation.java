package dev.herald.redemption;

import dev.herald.campaign.Campaign;
import dev.herald.code.PromoCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a code would work for an order at this moment. Nothing is held, so a redemption may still be declined. */
public sealed interface Validation {

    /**
     * @param correctedFrom what was typed, where it was mended
     * @param discount minor units of the campaign's currency
     */
    record Valid(
            PromoCode code,
            @Nullable String correctedFrom,
            Campaign campaign,
            @Nullable String ownerName,
            long discount)
            implements Validation {}

    record Invalid(Decline decline) implements Validation {}

    /** @param suggestions what was probably meant */
    record CodeUnknown(List<PromoCode> suggestions) implements Validation {}

    record CustomerNeeded() implements Validation {}
}
