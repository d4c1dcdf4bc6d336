package dev.herald.planner;

import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.job.JobRoutes;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/** Simulations over HTTP. */
public final class SimulationRoutes implements HttpService {

    private final Gate gate;
    private final Simulations simulations;

    public SimulationRoutes(Gate gate, Simulations simulations) {
        this.gate = gate;
        this.simulations = simulations;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/simulations", gate.changes(Scope.ADMIN, this::simulate));
    }

    private Answer simulate(Gate.Call call) {
        return JobRoutes.accepted(simulations.begin(call.brand(), Input.of(call.body())));
    }
}
