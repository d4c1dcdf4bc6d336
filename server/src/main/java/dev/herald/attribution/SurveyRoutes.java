package dev.herald.attribution;

import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.code.Codes;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.redemption.Redemption;
import dev.herald.redemption.RedemptionId;
import dev.herald.redemption.Redemptions;
import dev.herald.redemption.SharedUses;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a buyer answers to "Who told you about us?", over HTTP. */
public final class SurveyRoutes implements HttpService {

    private static final int LONGEST_NAME = 200;

    record View(RedemptionId redemptionId, String answer, PostRoutes.@Nullable Named ambassador) {}

    private final Gate gate;
    private final Redemptions redemptions;
    private final SharedUses uses;
    private final Ambassadors ambassadors;
    private final Codes codes;
    private final Surveys surveys;

    public SurveyRoutes(
            Gate gate,
            Redemptions redemptions,
            SharedUses uses,
            Ambassadors ambassadors,
            Codes codes,
            Surveys surveys) {
        this.gate = gate;
        this.redemptions = redemptions;
        this.uses = uses;
        this.ambassadors = ambassadors;
        this.codes = codes;
        this.surveys = surveys;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/redemptions/{id}/survey", gate.changes(Scope.CHECKOUT, this::answer));
    }

    private Answer answer(Gate.Call call) {
        var redemption = redemptions
                .find(
                        call.brand(),
                        new RedemptionId(Requests.id(call.request(), "id", RedemptionId.PREFIX, "redemption")))
                .orElseThrow(() -> RequestRefused.notFound("redemption"));
        var answer = read(redemption, Input.of(call.body()));
        if (!uses.isShared(redemption)) {
            throw new RequestRefused(
                    409,
                    "no_shared_code",
                    "The code of this order is somebody's own, so it is known who told the buyer.");
        }
        if (!surveys.answer(redemption, answer)) {
            throw new RequestRefused(
                    409, "too_many_answers", "This order was answered for " + Surveys.MOST_OF_ONE + " times already.");
        }
        var named = answer.named();
        var ambassador = named == null ? null : PostRoutes.Named.of(ambassadors.get(call.brand(), named));
        return Answer.created(new View(redemption.id(), answer.word(), ambassador));
    }

    private SurveyAnswer read(Redemption redemption, Input in) {
        in.only("ambassador_id", "name", "nobody");
        var id = in.optionalText("ambassador_id", 40);
        var name = in.optionalText("name", LONGEST_NAME);
        var nobody = in.bool("nobody", false);
        if (Stream.of(id != null, name != null, nobody).filter(one -> one).count() != 1) {
            in.refuse("", "must have exactly one of ambassador_id, name and nobody: true.");
        }
        in.check();
        if (id != null) {
            return new SurveyAnswer.Somebody(sharer(redemption, PostRoutes.ambassador(id), in));
        }
        return name == null
                ? new SurveyAnswer.Nobody()
                : surveys.typed(redemption.brand(), redemption.campaign(), name);
    }

    private AmbassadorId sharer(Redemption redemption, AmbassadorId id, Input in) {
        ambassadors.get(redemption.brand(), id);
        if (!codes.sharers(redemption.brand(), redemption.campaign()).contains(id)) {
            in.refuse("ambassador_id", "must be somebody who shares the code of this order.");
            in.check();
        }
        return id;
    }
}
