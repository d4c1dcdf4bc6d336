package dev.herald.invite;

import java.time.Instant;

/**
 * A mail, ready to be sent.
 *
 * @param id makes its Message-ID; the same mail sent again has the same
 * @param unsubscribe the address that ends such mail with one click
 */
record Letter(
        InvitationId id,
        String fromName,
        String to,
        String toName,
        String subject,
        String text,
        String html,
        String unsubscribe,
        Instant at) {}
