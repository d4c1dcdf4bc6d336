/** The pages on which a campaign is planned, launched and changed. */
@NullMarked
package dev.herald.wizard;

import org.jspecify.annotations.NullMarked;
