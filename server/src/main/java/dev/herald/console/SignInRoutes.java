package dev.herald.console;

import dev.herald.access.Access;
import dev.herald.access.Scope;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import dev.herald.platform.Requests;
import dev.herald.web.Notice.Action;
import dev.herald.web.Pages;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;

/** The ways into the console and out of it: one-time links, and the set-up of the first brand. */
public final class SignInRoutes implements HttpService {

    private static final int LONGEST_NAME = 100;

    private final Access access;
    private final Pages pages;
    private final Door door;

    public SignInRoutes(Access access, Pages pages) {
        this.access = access;
        this.pages = pages;
        this.door = new Door(access, pages);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", door.open(_ -> Answer.redirect("/console")));
        rules.get("/enter/{token}", door.open(this::enter));
        rules.get("/setup/{token}", door.open(this::askForBrand));
        rules.post("/setup/{token}", door.form(this::setUp));
        rules.post("/console/sign-out", door.form(door::signOut));
    }

    private Answer enter(ServerRequest request) {
        if (Requests.header(request, "Sec-Purpose").contains("prefetch")) {
            // A browser that looks ahead must not use the link up.
            return new Answer(204, "", new byte[0], java.util.Map.of("Cache-Control", "no-store"));
        }
        return access.enter(token(request))
                .map(session -> door.letIn(request, Answer.redirect("/console"), session))
                .orElseGet(() -> usedUp(request));
    }

    private Answer usedUp(ServerRequest request) {
        var inside = door.visitor(request).isPresent();
        return pages.notice(
                request,
                410,
                "This link no longer works",
                "A sign-in link works once, within a day. "
                        + (inside
                                ? "You are signed in already."
                                : "Ask whoever runs Herald for a new one; the demo prints one at every start."),
                inside ? new Action("Open the console", "/console") : Action.NONE);
    }

    private Answer askForBrand(ServerRequest request) {
        return access.isSetupLink(token(request)) ? ask(request, 200, "", "", "") : setUpBefore(request);
    }

    private Answer setUp(ServerRequest request) {
        var form = Requests.form(request);
        var brand = form.first("brand").orElse("").strip();
        var owner = form.first("owner").orElse("").strip();
        var fault = brand.isEmpty() || owner.isEmpty()
                ? "Both names are needed."
                : brand.length() > LONGEST_NAME || owner.length() > LONGEST_NAME
                        ? "A name has at most " + LONGEST_NAME + " characters."
                        : !Input.isStorable(brand) || !Input.isStorable(owner)
                                ? "A name has no control characters."
                                : "";
        if (!fault.isEmpty()) {
            return ask(request, 422, fault, brand, owner);
        }
        return access.setUp(token(request), brand, owner)
                .map(session -> welcome(request, session))
                .orElseGet(() -> setUpBefore(request));
    }

    /** The key is shown this once. */
    private Answer welcome(ServerRequest request, String session) {
        var brand = access.session(session).orElseThrow().brand();
        var page = new WelcomePage(
                brand.name(), access.createKey(brand, Scope.ADMIN), Pages.theme(request), pages.assets());
        return door.letIn(request, pages.page(request, 200, "console/welcome.jte", page), session);
    }

    private Answer ask(ServerRequest request, int status, String fault, String brand, String owner) {
        var page = new SetUpPage(
                request.path().path(), fault, brand, owner, LONGEST_NAME, Pages.theme(request), pages.assets());
        return pages.page(request, status, "console/set_up.jte", page);
    }

    private Answer setUpBefore(ServerRequest request) {
        return pages.notice(
                request,
                410,
                "This link no longer works",
                "A set-up link works once, within a day. Start Herald again for a new one; "
                        + "if a brand was made already, its owner signs in with a link of his own.",
                Action.NONE);
    }

    private static String token(ServerRequest request) {
        return request.path().pathParameters().get("token");
    }
}
