package dev.herald.code;

import java.time.Instant;
import java.util.Optional;

/**
 * Says which codes may be made, within one transaction that has locked the brand's codes: apart from all that are stored,
 * and from those that the transaction has made itself and may yet undo.
 */
final class Admission {

    private final CodeBook stored;
    private final CodeBook own = new CodeBook();
    private final Instant now;

    Admission(CodeBook stored, Instant now) {
        this.stored = stored;
        this.now = now;
    }

    /** What speaks against a personal or blanket code; empty if nothing does. */
    Optional<Objection> toMemorable(CodeText text) {
        var skeleton = text.skeleton();
        if (isTaken(skeleton)) {
            return Optional.of(Objection.TAKEN);
        }
        if (Offence.inMemorable(text.canonical())) {
            return Optional.of(Objection.OFFENSIVE);
        }
        if (isCrowdedAround(text)) {
            return Optional.of(Objection.TOO_CLOSE);
        }
        return soundsTaken(text) ? Optional.of(Objection.SOUNDS_ALIKE) : Optional.empty();
    }

    private boolean soundsTaken(CodeText text) {
        return stored.soundsTaken(text.canonical(), now) || own.soundsTaken(text.canonical(), now);
    }

    /** Whether a code is within two edits. */
    boolean isCrowdedAround(CodeText text) {
        return stored.isCrowdedAround(text.skeleton(), now) || own.isCrowdedAround(text.skeleton(), now);
    }

    boolean isTaken(String skeleton) {
        return stored.isTaken(skeleton) || own.isTaken(skeleton);
    }

    /** How many codes there are, those of long ago included. */
    int size() {
        return stored.size() + own.size();
    }

    /** @param edits how many (1 or 2) must lie between it and other random codes */
    boolean allowsRandom(CodeText text, int edits) {
        var skeleton = text.skeleton();
        return !isTaken(skeleton)
                && !stored.isTooCloseForRandom(skeleton, edits, now)
                && !own.isTooCloseForRandom(skeleton, edits, now)
                && !Offence.inRandom(text.canonical());
    }

    /** Keeps further codes apart from this one. */
    void add(NewCode made) {
        var code = made.code();
        var memorable = code.kind() != PromoCode.Kind.UNIQUE;
        add(new CodeBook.Entry(0, code.id(), made.skeleton(), code.text(), memorable, code.separated(), null));
    }

    void add(CodeBook.Entry own) {
        this.own.apply(own);
    }
}
