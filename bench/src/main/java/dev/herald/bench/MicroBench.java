package dev.herald.bench;

import dev.herald.bench.micro.RedemptionParts;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What parts of a redemption cost in a process that does nothing else. */
final class MicroBench {

    private MicroBench() {}

    static void run(Report report) {
        var ticks = ProcessorTime.Ticks.now();
        report.line("Load at the start: %s", Machine.load());
        try {
            new Runner(new OptionsBuilder()
                            .include(RedemptionParts.class.getName())
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException("The micro benchmarks cannot be run", e);
        }
        report.line(
                "Steal over all: %.1f %%; load at the end: %s",
                100 * ProcessorTime.Ticks.now().stealSince(ticks), Machine.load());
    }
}
