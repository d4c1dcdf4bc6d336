package dev.herald.console;

import dev.herald.access.Access;
import dev.herald.access.Access.SignedIn;
import dev.herald.platform.Answer;
import dev.herald.platform.Download;
import dev.herald.platform.EventStream;
import dev.herald.platform.HttpServer;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.web.Notice.Action;
import dev.herald.web.Pages;
import dev.herald.web.SameOrigin;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Stands before the console: who is signed in, was a form sent by our own page, and a page for every refusal. */
final class Door {

    private static final String COOKIE = "herald_session";

    /** Between a session and the one that somebody came from. */
    private static final char BEHIND = '.';

    private static final long COOKIE_SECONDS = 14L * 24 * 3600;
    private static final Action BACK = new Action("Go to the overview", "/console");

    private final Access access;
    private final Pages pages;

    Door(Access access, Pages pages) {
        this.access = access;
        this.pages = pages;
    }

    /** A page for whoever is signed in. */
    Handler page(BiFunction<SignedIn, ServerRequest, Answer> route) {
        return open(request ->
                visitor(request).map(who -> route.apply(who, request)).orElseGet(() -> signInFirst(request)));
    }

    /** What a form does for whoever is signed in. */
    Handler form(BiFunction<SignedIn, ServerRequest, Answer> route) {
        return form(request ->
                visitor(request).map(who -> route.apply(who, request)).orElseGet(() -> signInFirst(request)));
    }

    /** What a form does; sent from another site it does nothing. */
    Handler form(Function<ServerRequest, Answer> route) {
        return open(request -> SameOrigin.allows(request)
                ? route.apply(request)
                : pages.notice(
                        request,
                        403,
                        "This did not come from Herald",
                        "Another site tried to act in your name, and nothing was done. Go back and try it here.",
                        BACK));
    }

    /** An answer that goes on for whoever is signed in. */
    Handler stream(BiFunction<SignedIn, ServerRequest, Consumer<EventStream>> route) {
        return HttpServer.streams(request -> route.apply(
                visitor(request).orElseThrow(() -> new RequestRefused(403, "signed_out", "Sign in first.")), request));
    }

    /** A file for whoever is signed in; what is refused before its first byte is a page. */
    Handler download(BiFunction<SignedIn, ServerRequest, Download> route) {
        return (request, response) -> begun(route, request).handle(request, response);
    }

    private Handler begun(BiFunction<SignedIn, ServerRequest, Download> route, ServerRequest asked) {
        try {
            var who = visitor(asked);
            if (who.isEmpty()) {
                return HttpServer.handler(this::signInFirst);
            }
            var file = route.apply(who.get(), asked);
            return HttpServer.downloads(_ -> file);
        } catch (RequestRefused refused) {
            return HttpServer.handler(request -> refusal(request, refused));
        }
    }

    /** A page for everybody. */
    Handler open(Function<ServerRequest, Answer> route) {
        return HttpServer.handler(request -> {
            try {
                return route.apply(request);
            } catch (RequestRefused refused) {
                return refusal(request, refused);
            }
        });
    }

    Optional<SignedIn> visitor(ServerRequest request) {
        var token = session(request);
        return token.isEmpty() ? Optional.empty() : access.session(token);
    }

    /** Lets somebody in: from here on the browser shows the session's token with every request. */
    Answer letIn(ServerRequest request, Answer answer, String token) {
        return answer.with("Set-Cookie", cookie(request, token, COOKIE_SECONDS));
    }

    /** The same, with the session that somebody comes from kept behind the new one. */
    Answer letInFrom(ServerRequest request, Answer answer, String token) {
        return letIn(request, answer, token + BEHIND + session(request));
    }

    /** Back into the session that somebody came from, if there is one. */
    Answer letBack(ServerRequest request, Answer answer) {
        if (home(request).isEmpty()) {
            return answer;
        }
        access.signOut(session(request));
        return letIn(request, answer, home(request));
    }

    /** The session that somebody came from, or "". */
    static String home(ServerRequest request) {
        var both = Requests.cookie(request, COOKIE);
        var behind = both.indexOf(BEHIND);
        return behind < 0 ? "" : both.substring(behind + 1);
    }

    private static String session(ServerRequest request) {
        return Requests.cookie(request, COOKIE).replaceFirst("\\..*", "");
    }

    Answer signOut(ServerRequest request) {
        access.signOut(session(request));
        access.signOut(home(request));
        var farewell = pages.notice(
                request,
                200,
                "You are signed out",
                "To come back, open a new one-time link. Whoever runs Herald here can print one.",
                Action.NONE);
        return farewell.with("Set-Cookie", cookie(request, "", 0));
    }

    Answer notFound(ServerRequest request) {
        return pages.notice(
                request, 404, "There is nothing here", "The address may be mistyped, or what it showed is gone.", BACK);
    }

    private Answer refusal(ServerRequest request, RequestRefused refused) {
        if (refused.problem().status() == 404) {
            return notFound(request);
        }
        return pages.notice(
                request,
                refused.problem().status(),
                "That did not work",
                refused.problem().detail(),
                BACK);
    }

    /** HX-Refresh makes a page that only wanted a part of this one load anew, and so show the notice. */
    private Answer signInFirst(ServerRequest request) {
        return pages.notice(
                        request,
                        403,
                        "Sign in first",
                        "Herald has no passwords: open the one-time link that it printed when it was started. "
                                + "Whoever runs it can print a new one.",
                        Action.NONE)
                .with("HX-Refresh", "true");
    }

    private static String cookie(ServerRequest request, String token, long seconds) {
        var secure = Requests.header(request, "X-Forwarded-Proto").equals("https") ? "; Secure" : "";
        return COOKIE + "=" + token + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax" + secure;
    }
}
