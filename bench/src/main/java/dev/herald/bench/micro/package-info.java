/** What a redemption does in the processor alone, measured in nanoseconds by JMH. */
@NullMarked
package dev.herald.bench.micro;

import org.jspecify.annotations.NullMarked;
