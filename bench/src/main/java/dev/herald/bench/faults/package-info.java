/** Whether Herald keeps its promises when whatever it stands on is killed, halted, cut, slowed or filled up. */
@NullMarked
package dev.herald.bench.faults;

import org.jspecify.annotations.NullMarked;
