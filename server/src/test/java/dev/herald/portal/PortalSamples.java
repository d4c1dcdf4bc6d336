package dev.herald.portal;

import dev.herald.portal.AmbassadorPage.Caption;
import dev.herald.portal.AmbassadorPage.Ticket;
import dev.herald.web.Assets;
import dev.herald.web.Theme;
import java.util.List;

/** Models of the ambassador's page. */
public final class PortalSamples {

    private PortalSamples() {}

    public static AmbassadorPage page(Assets assets) {
        return new AmbassadorPage("Maya", "Heartbeat", List.of(ticket()), Theme.SYSTEM, assets);
    }

    static Ticket ticket() {
        return new Ticket(
                "Heartbeat autumn",
                true,
                "Live",
                "Your code, 20% off for followers",
                "MAYA20",
                new Caption("Use ", "MAYA20", " for 20% off at Heartbeat.", "#ad"),
                "412");
    }
}
