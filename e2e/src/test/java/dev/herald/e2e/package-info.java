/** The built product as people meet it: started like any other program, seen through a real browser. */
@NullMarked
package dev.herald.e2e;

import org.jspecify.annotations.NullMarked;
