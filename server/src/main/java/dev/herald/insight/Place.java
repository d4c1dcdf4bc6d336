package dev.herald.insight;

/**
 * Where somebody stands on a board, and how sure that is.
 *
 * @param number 1 for the first; who has as much shares it
 * @param from with luck left out, the place is before this with a probability of at most 10 %
 * @param to with luck left out, the place is behind this with a probability of at most 10 %
 * @param topChance the probability, with luck left out, of being among the top, 0 to 1
 */
public record Place(int number, int from, int to, double topChance, Verdict verdict) {}
