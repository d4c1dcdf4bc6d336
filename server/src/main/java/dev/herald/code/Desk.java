package dev.herald.code;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.platform.Ids;
import dev.herald.platform.RequestRefused;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes codes within one transaction that has locked the brand's codes. */
final class Desk {

    /** After so many random texts in a row that cannot be had, there are hardly any left. */
    private static final int MOST_IN_VAIN = 1_000;

    private static final Duration LONGEST_FOR_A_JOB = Duration.ofSeconds(1);

    private final Admission admission;
    private final BookStore store;
    private final Ids ids;
    private final Instant now;
    private final SecureRandom random = new SecureRandom();

    Desk(Admission admission, BookStore store, Ids ids, Instant now) {
        this.admission = admission;
        this.store = store;
        this.ids = ids;
        this.now = now;
    }

    Admission admission() {
        return admission;
    }

    /** The first of the texts that nothing speaks against. */
    PromoCode makeMemorable(
            Campaign campaign, @Nullable AmbassadorId owner, PromoCode.Kind kind, Stream<CodeText> candidates) {
        var text = candidates
                .filter(one -> admission.toMemorable(one).isEmpty())
                .findFirst()
                .orElseThrow();
        return store(newCode(campaign, owner, kind, text, true));
    }

    /** Up to so many of the texts that could be had, as they would be shown. */
    List<String> free(Stream<CodeText> candidates, int count) {
        return candidates
                .filter(one -> admission.toMemorable(one).isEmpty())
                .map(CodeText::display)
                .limit(count)
                .toList();
    }

    /** A text that is not taken, though it may be too close to others; then it is matched exactly only. */
    PromoCode take(Campaign campaign, @Nullable AmbassadorId owner, PromoCode.Kind kind, CodeText text) {
        // Being rude, or sounding alike, makes no two codes the same to whoever types them.
        return store(newCode(campaign, owner, kind, text, !admission.isCrowdedAround(text)));
    }

    /**
     * Makes unique codes; fewer than wanted if they are hard to find and a job can go on later.
     *
     * @throws RequestRefused if so many cannot be had
     */
    List<PromoCode> makeUnique(UniqueCodes wanted) {
        var pattern = wanted.pattern() == null ? CodePattern.ofLength(lengthFor(wanted.count())) : wanted.pattern();
        var edits = pattern.affordableEdits(admission.size() + (long) wanted.count());
        var made = new ArrayList<NewCode>(wanted.count());
        var inVain = 0;
        var latest = System.nanoTime() + LONGEST_FOR_A_JOB.toNanos();
        while (made.size() < wanted.count() && !(isLate(wanted, latest) && !made.isEmpty())) {
            var text = pattern.next(random);
            if (!admission.allowsRandom(text, edits)) {
                if (++inVain == MOST_IN_VAIN) {
                    throw exhausted();
                }
                continue;
            }
            inVain = 0;
            var code = newCode(wanted.campaign(), wanted.owner(), PromoCode.Kind.UNIQUE, text, true);
            admission.add(code);
            made.add(code);
        }
        if (!store.insert(made, now, wanted.job())) {
            throw new IllegalStateException("A code was taken although the codes were locked");
        }
        return made.stream().map(NewCode::code).toList();
    }

    /** Who makes codes keeps everybody else in the brand from it. */
    private static boolean isLate(UniqueCodes wanted, long latest) {
        return wanted.job() != null && System.nanoTime() > latest;
    }

    /** How many random symbols keep codes from being guessed if so many more are made. */
    int lengthFor(long more) {
        return Guessability.requiredLength(admission.size() + more);
    }

    private static RequestRefused exhausted() {
        return new RequestRefused(
                409,
                "codes_exhausted",
                "Hardly any code of this form is left that keeps its distance to the others. Use a longer one.");
    }

    private PromoCode store(NewCode code) {
        if (!store.insert(List.of(code), now, null)) {
            throw new IllegalStateException("A code was taken although the codes were locked");
        }
        if (code.code().separated()) {
            claimKeys(code);
        }
        admission.add(code);
        return code.code();
    }

    private void claimKeys(NewCode code) {
        var keys = new LinkedHashSet<Long>();
        DeletionKeys.forEach(code.skeleton(), 1, keys::add);
        if (!store.claimKeys(code.code().id(), List.copyOf(keys), now.minus(CodeList.KEPT_AWAY))) {
            throw new IllegalStateException(
                    "The database knows a code too close to " + code.code().text());
        }
    }

    private NewCode newCode(
            Campaign campaign, @Nullable AmbassadorId owner, PromoCode.Kind kind, CodeText text, boolean separated) {
        var code = new PromoCode(
                new CodeId(ids.next()),
                campaign.id(),
                owner,
                kind,
                text.canonical(),
                text.display(),
                PromoCode.Status.LIVE,
                separated,
                null,
                null);
        return new NewCode(code, text.skeleton());
    }
}
