package dev.herald.portal;

import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.platform.Answer;
import dev.herald.platform.HttpServer;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.web.Formats;
import dev.herald.web.Pages;
import dev.herald.web.Texts;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.function.Function;

/** Lets whoever follows a magic link in, which works until it is revoked, and tells everybody else what to do. */
final class Visits {

    /** An ambassador who looks at his page. */
    record Visit(Brand brand, AmbassadorId ambassador, String token, Texts texts, ServerRequest request) {

        Formats formats() {
            return new Formats(texts.locale(), brand.zone());
        }

        /** Where the page is. */
        String address() {
            return "/a/" + token;
        }

        String origin() {
            return Requests.origin(request);
        }

        /** The id of the enrollment asked for; "" if none is. */
        String wanted() {
            return request.query().first("of").orElse("");
        }
    }

    private final Access access;
    private final Ambassadors ambassadors;
    private final PublicPages pages;

    Visits(Access access, Ambassadors ambassadors, Pages pages) {
        this.access = access;
        this.ambassadors = ambassadors;
        this.pages = new PublicPages(pages);
    }

    Handler handler(Function<Visit, Answer> route) {
        return HttpServer.handler(request ->
                of(request).map(visit -> found(visit, route)).orElseGet(() -> pages.notice(request, 404, "lost")));
    }

    /** What is not there is told on a page that leads back to the ambassador's own. */
    private Answer found(Visit visit, Function<Visit, Answer> route) {
        try {
            return route.apply(visit);
        } catch (RequestRefused refused) {
            if (refused.problem().status() != 404) {
                throw refused;
            }
            var around = around(visit, visit.texts().say("nowhere.title"));
            var page = new NoticePage(around, visit.texts().say("nowhere.why"), visit.address());
            return show(visit, 404, "portal/notice.jte", page);
        }
    }

    Optional<Visit> of(ServerRequest request) {
        var token = request.path().pathParameters().get("token");
        return access.portalVisitor(token)
                .filter(one -> ambassadors.opens(one.brand().id(), new AmbassadorId(one.ambassador())))
                .map(one -> new Visit(
                        one.brand(),
                        new AmbassadorId(one.ambassador()),
                        token,
                        pages.texts(request, one.brand()),
                        request));
    }

    Around around(Visit visit, String title) {
        return pages.around(visit.request(), visit.brand(), visit.texts(), title);
    }

    Answer show(Visit visit, int status, AmbassadorPage page) {
        return pages.showInstallable(visit.request(), status, "portal/ambassador.jte", page);
    }

    Answer show(Visit visit, int status, String template, Object model) {
        return pages.show(visit.request(), status, template, model);
    }

    Answer notice(Visit visit, int status, String name) {
        return pages.notice(visit.request(), status, name);
    }
}
