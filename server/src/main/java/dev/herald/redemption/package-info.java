/** Validates, redeems and reverses promo codes: the hot path. */
@NullMarked
package dev.herald.redemption;

import org.jspecify.annotations.NullMarked;
