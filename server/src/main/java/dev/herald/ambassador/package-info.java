/** Ambassadors and their enrollments in campaigns. */
@NullMarked
package dev.herald.ambassador;

import org.jspecify.annotations.NullMarked;
