package dev.herald.campaign;

import dev.herald.campaign.Campaign.State;
import java.util.Optional;

/** The life cycle of a campaign. Pure. */
final class CampaignRules {

    /** What a brand may ask of a campaign. */
    enum Step {
        LAUNCH,
        PAUSE,
        RESUME,
        END
    }

    private CampaignRules() {}

    /** The state a step leads to; empty if it is not allowed from here. */
    static Optional<State> after(State state, Step step) {
        return switch (step) {
            case LAUNCH -> state == State.DRAFT ? Optional.of(State.RUNNING) : Optional.empty();
            case PAUSE -> state == State.RUNNING ? Optional.of(State.PAUSED) : Optional.empty();
            case RESUME -> state == State.PAUSED ? Optional.of(State.RUNNING) : Optional.empty();
            case END -> state == State.RUNNING || state == State.PAUSED ? Optional.of(State.ENDED) : Optional.empty();
        };
    }

    /** Whether a campaign can still be changed and given codes. */
    static boolean isOpen(State state) {
        return state != State.ENDED && state != State.ARCHIVED;
    }
}
