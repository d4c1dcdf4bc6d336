package dev.herald.invite;

import dev.herald.access.Access;
import dev.herald.ambassador.Ambassadors;
import dev.herald.platform.Answer;
import dev.herald.platform.HttpServer;
import dev.herald.platform.Requests;
import dev.herald.web.Notice.Action;
import dev.herald.web.Pages;
import dev.herald.web.Texts;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.function.BiFunction;

/**
 * Ends mail to somebody: on a page of ours, or with the one click that mail programs offer (RFC 8058), which posts from
 * nowhere in particular. Whoever has the address may; opening it alone does nothing, because scanners of mail open all.
 */
public final class UnsubscribeRoutes implements HttpService {

    static final String PATH = "/unsubscribe/";

    private final UnsubscribeLinks links;
    private final Ambassadors ambassadors;
    private final Pages pages;

    public UnsubscribeRoutes(Access access, Ambassadors ambassadors, Pages pages) {
        this.links = new UnsubscribeLinks(access);
        this.ambassadors = ambassadors;
        this.pages = pages;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(PATH + "{token}", of(this::page)).post(PATH + "{token}", of(this::end));
    }

    private Answer page(UnsubscribeLinks.Subject subject, ServerRequest request) {
        var done = ambassadors
                .find(subject.brand().id(), subject.ambassador())
                .map(one -> one.unsubscribedAt() != null)
                .orElse(true);
        return page(subject, request, done);
    }

    private Answer end(UnsubscribeLinks.Subject subject, ServerRequest request) {
        var again = Requests.form(request).first("again").isPresent();
        if (again) {
            ambassadors.subscribe(subject.brand().id(), subject.ambassador());
        } else {
            ambassadors.unsubscribe(subject.brand().id(), subject.ambassador());
        }
        return page(subject, request, !again);
    }

    private Answer page(UnsubscribeLinks.Subject subject, ServerRequest request, boolean done) {
        var brand = subject.brand();
        var page = new UnsubscribePage(
                Texts.of(request, brand.look().locale()),
                brand.name(),
                brand.look().colour(),
                request.path().path(),
                done,
                Pages.theme(request),
                pages.assets());
        return pages.page(request, 200, "invite/unsubscribe.jte", page);
    }

    private io.helidon.webserver.http.Handler of(BiFunction<UnsubscribeLinks.Subject, ServerRequest, Answer> route) {
        return HttpServer.handler(
                request -> links.read(request.path().pathParameters().get("token"))
                        .map(subject -> route.apply(subject, request))
                        .orElseGet(() -> pages.notice(
                                request,
                                404,
                                "This link does not work",
                                "Check that it was copied whole, or answer the mail it came with.",
                                Action.NONE)));
    }
}
