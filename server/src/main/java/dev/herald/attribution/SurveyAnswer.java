package dev.herald.attribution;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.redemption.RedemptionId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whom a buyer named when he was asked who told him. */
public sealed interface SurveyAnswer {

    /** An ambassador who shares the code. */
    record Somebody(AmbassadorId ambassador) implements SurveyAnswer {}

    /** No ambassador at all. */
    record Nobody() implements SurveyAnswer {}

    /** Something that fits nobody, or several. */
    record Unclear() implements SurveyAnswer {}

    /** Of several answers about one redemption only the last is given. */
    record Of(RedemptionId redemption, SurveyAnswer answer) {}

    default String word() {
        return switch (this) {
            case Somebody _ -> "ambassador";
            case Nobody _ -> "nobody";
            case Unclear _ -> "unclear";
        };
    }

    default @Nullable AmbassadorId named() {
        return this instanceof Somebody(var ambassador) ? ambassador : null;
    }

    /** What a word of the database means. */
    static SurveyAnswer of(String word, long ambassador) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "ambassador" -> new Somebody(new AmbassadorId(ambassador));
            case "nobody" -> new Nobody();
            default -> new Unclear();
        };
    }

    /** Who could be meant. */
    record Candidate(AmbassadorId id, String name, String handle) {}

    /** Whom a typed text means. */
    static SurveyAnswer typed(String text, List<Candidate> candidates) {
        return NameRules.meant(text, candidates)
                .<SurveyAnswer>map(Somebody::new)
                .orElseGet(Unclear::new);
    }
}
