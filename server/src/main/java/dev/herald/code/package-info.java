/** Promo codes: how they are spelt, made, kept apart and given out. */
@NullMarked
package dev.herald.code;

import org.jspecify.annotations.NullMarked;
