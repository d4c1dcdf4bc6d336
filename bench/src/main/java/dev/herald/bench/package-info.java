/** Measures Herald against the plain way of doing the same, and tries to break it by killing it. */
@NullMarked
package dev.herald.bench;

import org.jspecify.annotations.NullMarked;
