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
                .patch("/v1/ambassadors/{id}", gate.changes(Scope.ADMIN, this::change))
                .post("/v1/ambassadors/{id}/remove", gate.changes(Scope.ADMIN, this::remove))
                .post("/v1/ambassadors/{id}/restore", gate.changes(Scope.ADMIN, this::restore))
                .post("/v1/ambassadors/{id}/links", gate.changesByItself(Scope.ADMIN, this::createLink));
    }

    /** The ambassador's id in a path, or 404. */
    public static AmbassadorId id(ServerRequest request) {
        return new AmbassadorId(Requests.id(request, "id", AmbassadorId.PREFIX, "ambassador"));
    }

    private Answer create(Gate.Call call) {
        var in = Input.of(call.body());
        var draft = AmbassadorInput.read(in);
        in.check();
        return Answer.created(AmbassadorView.of(ambassadors.create(call.brand(), draft)));
    }

    private Answer list(Caller caller, ServerRequest request) {
        var page = Requests.page(request, AmbassadorId.PREFIX);
        var query = request.query();
        var filter = AmbassadorFilter.of(
                query.first("q").orElse(""),
                query.first("tag").orElse(""),
                query.first("channel").orElse(""));
        var fetched = ambassadors.list(caller.brandId(), filter, page);
        return Answer.ok(
                page.listing(fetched, AmbassadorView::of, one -> one.id().toString()));
    }

    private Answer show(Caller caller, ServerRequest request) {
        return Answer.ok(AmbassadorView.of(ambassadors.get(caller.brandId(), id(request))));
    }

    private Answer change(Gate.Call call) {
        var in = Input.of(call.body());
        in.only("name", "email", "handle", "audience_size", "channels", "tags");
        var changed = ambassadors.change(call.brand(), id(call.request()), before -> {
            var draft = AmbassadorInput.change(in, before);
            in.check();
            return draft;
        });
        return Answer.ok(AmbassadorView.of(changed));
    }

    private Answer remove(Gate.Call call) {
        return Answer.ok(AmbassadorView.of(ambassadors.remove(call.brand(), id(call.request()))));
    }

    private Answer restore(Gate.Call call) {
        return Answer.ok(AmbassadorView.of(ambassadors.bringBack(call.brand(), id(call.request()))));
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
