package dev.herald.invite;

import dev.herald.ambassador.AmbassadorId;
import java.time.Instant;

/**
 * A mail with somebody's magic link, and what became of it.
 *
 * @param reason why it failed, as the mail server said it; "" otherwise
 * @param at when it got into this state
 */
public record Invitation(
        InvitationId id, AmbassadorId ambassador, String address, State state, String reason, Instant at) {

    /** What becomes of an invitation. */
    public enum State {
        QUEUED,
        SENT,
        FAILED,
        UNSUBSCRIBED
    }
}
