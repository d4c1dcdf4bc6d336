package dev.herald.ambassador;

import dev.herald.access.Access;
import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import dev.herald.platform.Requests;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Map;

/** Ambassadors over HTTP. */
public final class AmbassadorRoutes implements HttpService {

    private static final long MOST_FOLLOWERS = 1_000_000_000_000L;

    private final Gate gate;
    private final Ambassadors ambassadors;
    private final Access access;

    public AmbassadorRoutes(Gate gate, Ambassadors ambassadors, Access access) {
        this.gate = gate;
        this.ambassadors = ambassadors;
        this.access = access;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/ambassadors", gate.changes(Scope.ADMIN, this::create))
                .get("/v1/ambassadors", gate.reads(Scope.ADMIN, this::list))
                .get("/v1/ambassadors/{id}", gate.reads(Scope.ADMIN, this::show))
                .post("/v1/ambassadors/{id}/links", gate.changesByItself(Scope.ADMIN, this::createLink));
    }

    /** The ambassador's id in a path, or 404. */
    public static AmbassadorId id(ServerRequest request) {
        return new AmbassadorId(Requests.id(request, "id", AmbassadorId.PREFIX, "ambassador"));
    }

    private Answer create(Gate.Call call) {
        var in = Input.of(call.body());
        var draft = new AmbassadorDraft(
                in.text("name", 200),
                in.optionalText("email", 254),
                in.optionalText("handle", 100),
                in.integer("audience_size", 0, MOST_FOLLOWERS, Ambassador.USUAL_AUDIENCE),
                in.texts("channels", 20, 50));
        if (draft.email() != null && !draft.email().matches("[^@\\s]+@[^@\\s]+")) {
            in.refuse("email", "must be an e-mail address such as mia@example.com.");
        }
        in.check();
        return Answer.created(ambassadors.create(call.brand(), draft));
    }

    private Answer list(Caller caller, ServerRequest request) {
        var page = Requests.page(request, AmbassadorId.PREFIX);
        var fetched = ambassadors.list(caller.brandId(), page);
        return Answer.ok(page.listing(fetched, one -> one, one -> one.id().toString()));
    }

    private Answer show(Caller caller, ServerRequest request) {
        return Answer.ok(ambassadors.get(caller.brandId(), id(request)));
    }

    /**
     * A link to the ambassador's own page. It works until it is revoked and is shown this once: an answer kept for a
     * repeated key would keep the secret in the database.
     */
    private Answer createLink(Gate.Call call) {
        var ambassador = ambassadors.get(call.brand(), id(call.request()));
        var token = access.createPortalLink(call.brand(), ambassador.id().value());
        return Answer.created(Map.of("path", "/a/" + token));
    }
}
