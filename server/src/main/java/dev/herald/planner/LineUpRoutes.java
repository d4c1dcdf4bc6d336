package dev.herald.planner;

import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/** Line-ups over HTTP. */
public final class LineUpRoutes implements HttpService {

    private final Gate gate;
    private final LineUps lineUps;

    public LineUpRoutes(Gate gate, LineUps lineUps) {
        this.gate = gate;
        this.lineUps = lineUps;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/line-ups", gate.changes(Scope.ADMIN, this::find));
    }

    private Answer find(Gate.Call call) {
        var wish = LineUpWish.read(Input.of(call.body()));
        return Answer.ok(LineUpView.of(lineUps.find(call.brand(), wish), wish.budget()));
    }
}
