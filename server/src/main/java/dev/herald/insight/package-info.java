/** Who drives sales, how surely, and when: reads what happened and tells it with its uncertainty. */
@NullMarked
package dev.herald.insight;

import org.jspecify.annotations.NullMarked;
