/** Builds every object once and reads the command line. */
@NullMarked
package dev.herald.app;

import org.jspecify.annotations.NullMarked;
