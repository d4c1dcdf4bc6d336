/** What brands and ambassadors post: captions and images. */
@NullMarked
package dev.herald.share;

import org.jspecify.annotations.NullMarked;
