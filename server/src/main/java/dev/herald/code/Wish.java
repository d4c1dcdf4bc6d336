package dev.herald.code;

import dev.herald.platform.Answer;
import dev.herald.platform.Problem;
import dev.herald.platform.RequestRefused;
import java.util.List;
import java.util.Map;

/** What became of somebody's wish for a certain code. */
public sealed interface Wish {

    record Granted(PromoCode code) implements Wish {}

    /** @param alternatives codes that are free at this moment, as they would be shown */
    record Refused(Objection objection, List<String> alternatives) implements Wish {

        public Refused {
            alternatives = List.copyOf(alternatives);
        }

        /** For callers that can go no further. */
        RequestRefused asProblem() {
            return new RequestRefused(problem());
        }

        Answer answer() {
            return Answer.problem(problem(), Map.of("alternatives", alternatives));
        }

        private Problem problem() {
            return new Problem(
                    409, objection.code(), objection.detail() + " Free are " + String.join(", ", alternatives) + ".");
        }
    }
}
