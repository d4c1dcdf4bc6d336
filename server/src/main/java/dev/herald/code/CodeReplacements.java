package dev.herald.code;

import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaign;
import dev.herald.platform.Database;
import dev.herald.platform.Page;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds for each code that stands too close to another one that could take its place. */
public final class CodeReplacements {

    /**
     * A code and what it could be rotated to.
     *
     * @param instead as it would be shown
     */
    record Replacement(PromoCode code, String instead) {}

    private final Database db;
    private final InstantSource clock;
    private final Ambassadors ambassadors;
    private final Codes codes;
    private final CodeTexts texts = new CodeTexts();
    private final SecureRandom random = new SecureRandom();

    public CodeReplacements(Database db, InstantSource clock, Ambassadors ambassadors, Codes codes) {
        this.db = db;
        this.clock = clock;
        this.ambassadors = ambassadors;
        this.codes = codes;
    }

    /** Newest first; each replacement keeps its distance to the others of the page too, so that all of a page can be carried out. */
    List<Replacement> of(Campaign campaign, Page page) {
        var brand = campaign.brand();
        return db.inBrand(brand.value(), tx -> {
            var now = clock.instant();
            var found = new ReplacementStore(tx).notSeparated(brand, campaign.id(), page, now);
            var owners = ambassadors.find(
                    brand,
                    found.stream()
                            .map(PromoCode::owner)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList());
            var admission = codes.books().admission(tx, brand, now);
            return found.stream()
                    .map(code -> new Replacement(code, instead(code, campaign, owners, admission)))
                    .toList();
        });
    }

    private String instead(
            PromoCode code, Campaign campaign, Map<AmbassadorId, Ambassador> owners, Admission admission) {
        var owner = code.owner() == null ? null : owners.get(code.owner());
        var text = candidates(code, campaign, owner)
                .filter(one -> admission.toMemorable(one).isEmpty())
                .findFirst()
                .orElseThrow();
        admission.add(new CodeBook.Entry(0, code.id(), text.skeleton(), text.canonical(), true, true, null));
        return text.display();
    }

    /** Without end: what fits the owner, or for a campaign's own code what begins like it. */
    private Stream<CodeText> candidates(PromoCode code, Campaign campaign, @Nullable Ambassador owner) {
        if (code.kind() == PromoCode.Kind.UNIQUE) {
            var length = Math.max(
                    RandomCodes.USUAL_LENGTH,
                    Math.min(CodeText.LONGEST, code.text().length()));
            return Stream.generate(() -> RandomCodes.next(random, length));
        }
        return owner == null
                ? texts.like(CodeText.typed(code.text()).orElseThrow(), campaign)
                : texts.of(owner, campaign);
    }
}
