package dev.herald.code;

import java.time.Instant;

/**
 * A code in a list.
 *
 * @param ownerName "" for a code that nobody owns
 * @param job the long work that made it; 0 for none
 */
public record CodeLine(PromoCode code, String ownerName, long job, Instant createdAt) {}
