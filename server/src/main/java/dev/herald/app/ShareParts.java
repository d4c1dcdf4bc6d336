package dev.herald.app;

import dev.herald.access.Gate;
import dev.herald.campaign.Campaigns;
import dev.herald.console.Frame;
import dev.herald.console.ImagePagesRoutes;
import dev.herald.console.ShareKitRoutes;
import dev.herald.share.BrandImages;
import dev.herald.share.CaptionRoutes;
import dev.herald.share.Captions;
import dev.herald.share.ImageRoutes;
import dev.herald.share.LinkRoutes;
import dev.herald.share.Links;
import io.helidon.webserver.http.HttpService;
import java.util.List;

/** What ambassadors and brands have to share. Built by {@link Herald}. */
record ShareParts(Campaigns campaigns, Captions captions, Links links, BrandImages images) {

    List<HttpService> services(Gate gate, Frame frame) {
        return List.of(
                new CaptionRoutes(gate, campaigns, captions),
                new ImageRoutes(gate, images),
                new LinkRoutes(gate, campaigns, links),
                new ImagePagesRoutes(frame, images),
                new ShareKitRoutes(frame, campaigns, links));
    }
}
