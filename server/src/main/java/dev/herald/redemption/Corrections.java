package dev.herald.redemption;

import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.campaign.Campaigns;
import dev.herald.code.Codes;
import dev.herald.code.PromoCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the code that a buyer means, also where he mistyped it, as long as that does not help anybody to guess codes. */
final class Corrections {

    private final Codes codes;
    private final Campaigns campaigns;
    private final Misses misses = new Misses();

    Corrections(Codes codes, Campaigns campaigns) {
        this.codes = codes;
        this.campaigns = campaigns;
    }

    /**
     * @param before the code that this text was mended to when the same order was asked about before: a repeated request is
     *     answered like the first, whatever became of the code and however often its sender has missed
     */
    Understood understand(Brand brand, String typed, Buyer buyer, Supplier<Optional<PromoCode>> before) {
        var exact = codes.resolve(brand.id(), typed);
        if (exact.isPresent()) {
            return new Understood.Known(exact.get(), null);
        }
        var mended = before.get();
        if (mended.isPresent()) {
            return new Understood.Known(mended.get(), typed.strip());
        }
        if (!misses.add(brand, buyer.identities(), typed, System.nanoTime())) {
            return new Understood.Unknown(List.of());
        }
        var meant = codes.meant(brand.id(), typed).filter(one -> isUsable(brand.id(), one.code()));
        return meant.filter(one -> brand.correctsSlips() && one.edits() == 1)
                .<Understood>map(one -> new Understood.Known(one.code(), typed.strip()))
                .orElseGet(() -> new Understood.Unknown(
                        meant.map(Codes.Meant::code).stream().toList()));
    }

    private boolean isUsable(BrandId brand, PromoCode code) {
        return switch (campaigns.get(brand, code.campaign()).state()) {
            case SCHEDULED, RUNNING, PAUSED -> true;
            case DRAFT, ENDED, ARCHIVED -> false;
        };
    }
}
