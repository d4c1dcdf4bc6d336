package dev.herald.wizard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the codes of a planned campaign will look. */
public sealed interface CodeView {

    /** The campaign cannot be made yet, so nothing is known of its codes. */
    record Unknown() implements CodeView {}

    /**
     * One code for everybody.
     *
     * @param suggestions that could be had now
     * @param note what speaks against the brand's own wish without forbidding it; "" for nothing
     */
    record Shared(List<Choice> suggestions, String note) implements CodeView {}

    /**
     * Random codes.
     *
     * @param usual the pattern that Herald takes by itself
     * @param meter absent while the pattern makes no sense
     */
    record Random(String usual, @Nullable Meter meter) implements CodeView {}

    /**
     * @param percent how full the meter is
     * @param longer a pattern that is hard to guess, where this one is not; ""
     */
    record Meter(boolean hard, int percent, String verdict, String detail, List<String> samples, String longer) {}

    /**
     * Memorable codes.
     *
     * @param invented whether the names are, because no ambassador is there yet
     */
    record Own(List<Named> samples, boolean invented) implements CodeView {}

    /** Memorable codes for some and one code for the rest. */
    record Tiered(Shared shared, Own own) implements CodeView {}

    record Named(String name, String code) {}
}
