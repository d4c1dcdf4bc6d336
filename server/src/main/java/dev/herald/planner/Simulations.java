package dev.herald.planner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.herald.access.BrandId;
import dev.herald.job.Job;
import dev.herald.job.Jobs;
import dev.herald.platform.Input;
import java.math.BigDecimal;
import java.math.MathContext;

/** Starts simulations of planned campaigns as long work. */
public final class Simulations {

    private final Jobs jobs;
    private final Experiences experiences;

    public Simulations(Jobs jobs, Experiences experiences) {
        this.jobs = jobs;
        this.experiences = experiences;
    }

    /** A simulation as {@code POST /v1/simulations} takes it; faults are refused with 422. */
    public Job begin(BrandId brand, Input in) {
        var input = SimulationInput.read(in, currency -> experiences.of(brand, currency));
        return jobs.create(brand, SimulationWork.KIND, fixed(in, input.plan()), input.steps());
    }

    /** With the values that count now, so that what campaigns show in the meantime changes nothing. */
    private static ObjectNode fixed(Input in, Plan plan) {
        ObjectNode tree = in.tree().deepCopy();
        var assumptions = tree.withObject("assumptions");
        plan.assumptions().learnt().keySet().stream()
                .filter(plan.assumptions()::isLearnt)
                .forEach(one ->
                        assumptions.put(one.key(), rounded(plan.assumptions().get(one))));
        return tree.put("own_data", false);
    }

    /** To the digits that mean something, and that the API takes. */
    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(6));
    }
}
