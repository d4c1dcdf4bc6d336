/** Lets measures use Herald's estimates of who brought what, which are nobody else's business. */
@NullMarked
package dev.herald.attribution;

import org.jspecify.annotations.NullMarked;
