/** What brands and ambassadors post: captions and images, short links and their clicks, QR codes. */
@NullMarked
package dev.herald.share;

import org.jspecify.annotations.NullMarked;
