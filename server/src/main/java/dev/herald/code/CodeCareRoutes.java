package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Campaigns;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import dev.herald.platform.RequestRefused;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What can become of a code in use, over HTTP: replaced by another, ended at a time, disabled for good. */
public final class CodeCareRoutes implements HttpService {

    private static final int USUAL_HONOURED_DAYS = 30;
    private static final int MOST_HONOURED_DAYS = 3_650;

    private final Gate gate;
    private final Campaigns campaigns;
    private final Codes codes;
    private final CodeIssuer issuer;
    private final InstantSource clock;

    public CodeCareRoutes(Gate gate, Campaigns campaigns, Codes codes, CodeIssuer issuer, InstantSource clock) {
        this.gate = gate;
        this.campaigns = campaigns;
        this.codes = codes;
        this.issuer = issuer;
        this.clock = clock;
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
        var days = in.integer("honoured_days", 0, MOST_HONOURED_DAYS, USUAL_HONOURED_DAYS);
        in.check();
        var campaign = campaigns.get(call.brand(), code.campaign());
        campaigns.requireOpen(campaign);
        var until = clock.instant().plus(Duration.ofDays(days));
        var outcome = issuer.prepared(
                call.brand(), () -> stopped(call, code, () -> rotate(campaign, code, wish == null ? "" : wish, until)));
        return switch (outcome) {
            case Wish.Granted(var successor) -> Answer.created(CodeView.of(successor));
            case Wish.Refused refused -> refused.answer();
        };
    }

    private Wish rotate(Campaign campaign, PromoCode code, String wish, Instant until) {
        var outcome = issuer.rotate(campaign, code, wish, until);
        if (outcome instanceof Wish.Granted(var successor)
                && code.kind() == PromoCode.Kind.BLANKET
                && code.display().equals(campaign.blanketCode())) {
            campaigns.setBlanketCode(campaign, successor.display());
        }
        return outcome;
    }

    private <T> T stopped(Gate.Call call, PromoCode code, Supplier<T> work) {
        return issuer.undisturbed(call.brand(), _ -> campaigns.betweenRedemptions(call.brand(), code.campaign(), work));
    }

    private Answer disable(Gate.Call call) {
        var code = code(call);
        return stopped(call, code, () -> {
            issuer.disable(call.brand(), code);
            return view(call.brand(), code);
        });
    }

    private Answer change(Gate.Call call) {
        var code = code(call);
        var in = Input.of(call.body());
        var expiresAt = in.time("expires_at");
        in.check();
        return stopped(call, code, () -> {
            issuer.expire(call.brand(), code, expiresAt);
            return view(call.brand(), code);
        });
    }

    private Answer view(BrandId brand, PromoCode code) {
        return Answer.ok(CodeView.of(codes.find(brand, code.id()).orElseThrow()));
    }

    private PromoCode code(Gate.Call call) {
        return named(call.brand(), call.request());
    }

    private PromoCode named(BrandId brand, ServerRequest request) {
        return codes.resolve(brand, request.path().pathParameters().get("text"))
                .orElseThrow(() -> RequestRefused.notFound("code"));
    }
}
