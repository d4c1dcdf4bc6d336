package dev.herald.redemption;

import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.code.CodeId;
import dev.herald.platform.Answer;
import dev.herald.platform.Problem;
import dev.herald.redemption.OutcomeAnswers.Suggestion;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers over HTTP: why did this code not work? */
public final class CodeCheckRoutes implements HttpService {

    private final Gate gate;
    private final CodeChecks checks;

    public CodeCheckRoutes(Gate gate, CodeChecks checks) {
        this.gate = gate;
        this.checks = checks;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/v1/codes/{text}", gate.reads(Scope.ADMIN, this::show));
    }

    record CampaignState(CampaignId id, String name, String state) {}

    record Owner(AmbassadorId id, @Nullable String name) {}

    record CheckView(
            CodeId id,
            String text,
            String display,
            String spoken,
            String kind,
            String status,
            boolean separated,
            CampaignState campaign,
            @Nullable Owner owner,
            @Nullable Instant expiresAt,
            @Nullable CodeId successor,
            boolean works,
            List<CodeCheck.Rule> rules) {}

    private Answer show(Caller caller, ServerRequest request) {
        var typed = request.path().pathParameters().get("text");
        return checks.check(caller.brandId(), typed)
                .map(check -> Answer.ok(view(check)))
                .orElseGet(() -> Answer.problem(
                        new Problem(404, "not_found", "There is no such code."),
                        Map.of("suggestions", Suggestion.of(checks.meant(caller.brandId(), typed)))));
    }

    private CheckView view(CodeCheck check) {
        var code = check.code();
        var campaign = check.campaign();
        return new CheckView(
                code.id(),
                code.text(),
                code.display(),
                code.spoken(),
                lower(code.kind()),
                lower(code.status()),
                code.separated(),
                new CampaignState(campaign.id(), campaign.name(), lower(check.campaignState())),
                code.owner() == null ? null : new Owner(code.owner(), check.ownerName()),
                code.expiresAt(),
                code.successor(),
                check.works(),
                check.rules());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
