/** Ambassadors: who they are and how many follow them. */
@NullMarked
package dev.herald.ambassador;

import org.jspecify.annotations.NullMarked;
