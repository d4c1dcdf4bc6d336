package dev.herald.planner;

import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.job.JobRoutes;
import dev.herald.job.Jobs;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/** Simulations over HTTP. */
public final class SimulationRoutes implements HttpService {

    private final Gate gate;
    private final Jobs jobs;

    public SimulationRoutes(Gate gate, Jobs jobs) {
        this.gate = gate;
        this.jobs = jobs;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/simulations", gate.changes(Scope.ADMIN, this::simulate));
    }

    private Answer simulate(Gate.Call call) {
        var in = Input.of(call.body());
        var input = SimulationInput.read(in);
        return JobRoutes.accepted(jobs.create(call.brand(), SimulationWork.KIND, in.tree(), input.runs()));
    }
}
