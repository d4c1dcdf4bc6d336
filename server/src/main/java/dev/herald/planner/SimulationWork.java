package dev.herald.planner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.job.Job;
import dev.herald.job.JobWork;
import dev.herald.job.Progress;
import java.time.Duration;

/** Simulates a planned campaign many times over; a piece is as many runs as fit into half a second, at least one. */
public final class SimulationWork implements JobWork {

    static final String KIND = "simulate";

    private static final long PIECE_NANOS = Duration.ofMillis(500).toNanos();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress next(Job job) {
        var input = SimulationInput.read(job.input(JsonNode.class));
        var tally = job.cursor(SimulationTally.class).orElse(SimulationTally.EMPTY);
        var before = tally.runs();
        var begun = System.nanoTime();
        do {
            tally = tally.next(input);
        } while (tally.runs() < input.runs() && System.nanoTime() - begun < PIECE_NANOS);
        var count = tally.runs() - before;
        return tally.runs() < input.runs()
                ? Progress.more(count, tally)
                : Progress.last(count, SimulationView.of(input, tally));
    }
}
