package dev.herald.app;

import dev.herald.console.Frame;
import dev.herald.insight.LiveCounts;
import dev.herald.insight.OwnFigures;
import dev.herald.portal.AmbassadorPages;
import dev.herald.portal.AppRoutes;
import dev.herald.portal.BrandPageRoutes;
import dev.herald.portal.FollowRoutes;
import dev.herald.portal.LiveRoutes;
import dev.herald.portal.PortalRoutes;
import dev.herald.portal.SharedOffers;
import dev.herald.portal.StatementRoutes;
import dev.herald.web.Pages;
import io.helidon.webserver.http.HttpService;
import java.util.List;
import java.util.stream.Stream;

/** The pages of ambassadors and buyers. Built by {@link Herald}. */
final class PortalParts {

    private final PeopleParts.Ground on;
    private final AttributionParts attribution;
    private final LiveCounts live;
    private final AmbassadorPages.Sharing sharing;
    private final AmbassadorPages made;

    PortalParts(PeopleParts.Ground on, AttributionParts attribution, LiveCounts live, AmbassadorPages.Sharing sharing) {
        this.on = on;
        this.attribution = attribution;
        this.live = live;
        this.sharing = sharing;
        made = new AmbassadorPages(
                on.ambassadors(),
                on.campaigns(),
                on.codes(),
                new AmbassadorPages.Figures(on.insights(), new OwnFigures(on.db()), on.rewards()),
                sharing,
                on.clock());
    }

    List<HttpService> services(Frame frame, Pages pages) {
        var offers = new SharedOffers(on.access(), on.campaigns(), on.codes(), sharing.links(), on.clock());
        var own = List.of(
                new PortalRoutes(on.access(), on.ambassadors(), on.campaigns(), on.codes(), on.issuer(), made, pages),
                new LiveRoutes(on.access(), on.ambassadors(), made, live, pages),
                new StatementRoutes(on.access(), on.ambassadors(), on.rewards(), on.clock(), pages),
                new AppRoutes(on.access(), on.ambassadors(), pages),
                new FollowRoutes(offers, sharing.links(), pages),
                new BrandPageRoutes(offers, attribution.surveys(), pages, on.clock()));
        return Stream.concat(own.stream(), attribution.pages(frame, on.access(), made, pages).stream())
                .toList();
    }
}
