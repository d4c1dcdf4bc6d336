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
        if (stored.isCrowdedAround(skeleton, now) || own.isCrowdedAround(skeleton, now)) {
            return Optional.of(Objection.TOO_CLOSE);
        }
        return stored.soundsTaken(text.canonical(), now) || own.soundsTaken(text.canonical(), now)
                ? Optional.of(Objection.SOUNDS_ALIKE)
                : Optional.empty();
    }

    boolean isTaken(String skeleton) {
        return stored.isTaken(skeleton) || own.isTaken(skeleton);
    }

    boolean allowsRandom(CodeText text) {
        var skeleton = text.skeleton();
        return !isTaken(skeleton)
                && !stored.isTooCloseForRandom(skeleton, now)
                && !own.isTooCloseForRandom(skeleton, now)
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
