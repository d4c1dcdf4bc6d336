package dev.herald.portal;

import dev.herald.platform.Answer;
import dev.herald.platform.HttpServer;
import dev.herald.platform.Requests;
import dev.herald.share.Click;
import dev.herald.share.Links;
import dev.herald.web.Pages;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Map;

/** Where short links lead: to the shop with the code in place, or else to the page that tells how things stand. */
public final class FollowRoutes implements HttpService {

    private final SharedOffers offers;
    private final Links links;
    private final PublicPages pages;

    public FollowRoutes(SharedOffers offers, Links links, Pages pages) {
        this.offers = offers;
        this.links = links;
        this.pages = new PublicPages(pages);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/r/{slug}", HttpServer.handler(this::follow)).head("/r/{slug}", HttpServer.handler(this::follow));
    }

    private Answer follow(ServerRequest request) {
        return offers.find(request.path().pathParameters().get("slug"))
                .map(offer -> lead(offer, request))
                .orElseGet(() -> pages.notice(request, 404, "page.lost"));
    }

    private Answer lead(SharedOffer offer, ServerRequest request) {
        if (click(request).isPerson()) {
            links.count(offer.link());
        }
        var click = links.token(offer.brand(), offer.link());
        var to = offer.shop(click).orElseGet(() -> offer.link().page());
        return new Answer(
                302,
                "",
                new byte[0],
                Map.of("Location", to, "Cache-Control", "no-store", "Referrer-Policy", "no-referrer"));
    }

    private static Click click(ServerRequest request) {
        return new Click(
                request.prologue().method().text(),
                Requests.header(request, "Sec-Purpose") + Requests.header(request, "Purpose"),
                Requests.header(request, "User-Agent"));
    }
}
