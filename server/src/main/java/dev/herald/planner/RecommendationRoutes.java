package dev.herald.planner;

import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/** Advice over HTTP. */
public final class RecommendationRoutes implements HttpService {

    private final Gate gate;

    public RecommendationRoutes(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/recommendations", gate.changes(Scope.ADMIN, RecommendationRoutes::recommend));
    }

    private static Answer recommend(Gate.Call call) {
        var plan = PlanInput.read(Input.of(call.body()));
        return Answer.ok(AdviceView.of(plan, Advisor.advise(plan)));
    }
}
