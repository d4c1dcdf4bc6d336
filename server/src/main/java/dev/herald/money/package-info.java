/** Exact money: minor units with a currency, shares in basis points. */
@NullMarked
package dev.herald.money;

import org.jspecify.annotations.NullMarked;
