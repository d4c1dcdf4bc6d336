package dev.herald.invite;

import dev.herald.platform.Ids;

/** Names an invitation. */
public record InvitationId(long value) {

    public static final String PREFIX = "inv_";

    @Override
    public String toString() {
        return Ids.format(PREFIX, value);
    }
}
