/** Lets measures use Herald's own rules of codes, which are nobody else's business. */
@NullMarked
package dev.herald.code;

import org.jspecify.annotations.NullMarked;
