package dev.herald.redemption;

import dev.herald.code.PromoCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a buyer's text means. */
public sealed interface Understood {

    /** @param correctedFrom what was typed, where it was mended */
    record Known(PromoCode code, @Nullable String correctedFrom) implements Understood {}

    /** @param suggestions codes that were probably meant and may be shown to the buyer */
    record Unknown(List<PromoCode> suggestions) implements Understood {}
}
