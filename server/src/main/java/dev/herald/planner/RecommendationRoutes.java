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
    private final Experiences experiences;

    public RecommendationRoutes(Gate gate, Experiences experiences) {
        this.gate = gate;
        this.experiences = experiences;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/recommendations", gate.changes(Scope.ADMIN, this::recommend));
    }

    private Answer recommend(Gate.Call call) {
        var plan = PlanInput.read(
                Input.of(call.body()), Plan.USUAL_CURRENCY, currency -> experiences.of(call.brand(), currency));
        return Answer.ok(AdviceView.of(plan, Advisor.advise(plan)));
    }
}
