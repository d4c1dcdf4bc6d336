/** Campaigns: objective, offer, limits, life cycle. */
@NullMarked
package dev.herald.campaign;

import org.jspecify.annotations.NullMarked;
