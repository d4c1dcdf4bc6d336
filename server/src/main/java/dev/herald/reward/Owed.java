package dev.herald.reward;

import dev.herald.ambassador.AmbassadorId;

/** What is due to somebody in a currency; minor units, more than 0. */
public record Owed(AmbassadorId ambassador, long due) {}
