/** Who brought an order: estimates for codes that everybody shares, with how sure they are. */
@NullMarked
package dev.herald.attribution;

import org.jspecify.annotations.NullMarked;
