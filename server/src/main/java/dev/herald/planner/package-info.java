/** Advises how to run a campaign before it starts, and shows why. */
@NullMarked
package dev.herald.planner;

import org.jspecify.annotations.NullMarked;
