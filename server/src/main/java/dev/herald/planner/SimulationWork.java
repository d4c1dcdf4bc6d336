package dev.herald.planner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.job.Job;
import dev.herald.job.JobWork;
import dev.herald.job.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Simulates a planned campaign many times over; a piece is as many runs as fit into half a second, at least one. */
public final class SimulationWork implements JobWork {

    public static final String KIND = "simulate";

    private static final long PIECE_NANOS = Duration.ofMillis(500).toNanos();

    /** What was found at each point so far. */
    record Found(List<SimulationTally> points) {

        Found {
            points = List.copyOf(points);
        }

        int runs() {
            return points.stream().mapToInt(SimulationTally::runs).sum();
        }

        /** One run more, of the first point that has fewer than it should. */
        Found next(SimulationInput input) {
            var more = new ArrayList<>(points);
            for (var i = 0; i < more.size(); i++) {
                if (more.get(i).runs() < input.runs()) {
                    more.set(i, more.get(i).next(input.at(input.points().get(i))));
                    return new Found(more);
                }
            }
            return this;
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress next(Job job) {
        var input = SimulationInput.read(job.input(JsonNode.class));
        var found = job.cursor(Found.class).orElseGet(() -> nothing(input));
        var before = found.runs();
        var begun = System.nanoTime();
        do {
            found = found.next(input);
        } while (found.runs() < input.steps() && System.nanoTime() - begun < PIECE_NANOS);
        var count = found.runs() - before;
        return found.runs() < input.steps()
                ? Progress.more(count, found)
                : Progress.last(count, SimulationView.of(input, found.points()));
    }

    private static Found nothing(SimulationInput input) {
        return new Found(Collections.nCopies(input.points().size(), SimulationTally.EMPTY));
    }
}
