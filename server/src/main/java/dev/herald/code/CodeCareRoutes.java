package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import dev.herald.platform.RequestRefused;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;

/** What can become of a code in use, over HTTP: replaced by another, ended at a time, disabled for good. */
public final class CodeCareRoutes implements HttpService {

    private final Gate gate;
    private final Codes codes;
    private final CodeCare care;

    public CodeCareRoutes(Gate gate, Codes codes, CodeCare care) {
        this.gate = gate;
        this.codes = codes;
        this.care = care;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/codes/{text}/rotate", gate.changes(Scope.ADMIN, this::rotate))
                .post("/v1/codes/{text}/disable", gate.changes(Scope.ADMIN, this::disable))
                .patch("/v1/codes/{text}", gate.changes(Scope.ADMIN, this::change));
    }

    private Answer rotate(Gate.Call call) {
        var code = code(call);
        var in = Input.of(call.body());
        var wish = in.optionalText("code", 256);
        var days = in.integer("honoured_days", 0, CodeCare.MOST_HONOURED_DAYS, CodeCare.USUAL_HONOURED_DAYS);
        in.check();
        return switch (care.rotate(call.brand(), code, wish == null ? "" : wish, (int) days)) {
            case Wish.Granted(var successor) -> Answer.created(CodeView.of(successor));
            case Wish.Refused refused -> refused.answer();
        };
    }

    private Answer disable(Gate.Call call) {
        var code = code(call);
        return Answer.ok(CodeView.of(care.disable(call.brand(), code)));
    }

    private Answer change(Gate.Call call) {
        var code = code(call);
        var in = Input.of(call.body());
        var expiresAt = in.time("expires_at");
        in.check();
        return Answer.ok(CodeView.of(care.expire(call.brand(), code, expiresAt)));
    }

    private PromoCode code(Gate.Call call) {
        return named(call.brand(), call.request());
    }

    private PromoCode named(BrandId brand, ServerRequest request) {
        return codes.resolve(brand, request.path().pathParameters().get("text"))
                .orElseThrow(() -> RequestRefused.notFound("code"));
    }
}
