/** Work that takes longer than a request: carried out piece by piece, on one node at a time, whatever is killed when. */
@NullMarked
package dev.herald.job;

import org.jspecify.annotations.NullMarked;
