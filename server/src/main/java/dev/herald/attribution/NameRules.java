package dev.herald.attribution;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.attribution.SurveyAnswer.Candidate;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds whom a buyer means: by handle, by name, or by a first name that only one of them has. */
final class NameRules {

    private NameRules() {}

    /** Empty if nobody is meant, or several could be. */
    static Optional<AmbassadorId> meant(String text, List<Candidate> candidates) {
        var typed = plain(text);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return only(candidates, one -> plain(one.handle()).equals(typed))
                .or(() -> only(candidates, one -> plain(one.name()).equals(typed)))
                .or(() -> only(candidates, one -> firstOf(one.name()).equals(typed)));
    }

    private static Optional<AmbassadorId> only(List<Candidate> candidates, Predicate<Candidate> fits) {
        var fitting = candidates.stream().filter(fits).limit(2).toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst().id()) : Optional.empty();
    }

    private static String firstOf(String name) {
        return plain(name.strip().split("\\s+", 2)[0]);
    }

    /** Case, marks, blanks and signs do not matter. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
