package dev.herald.portal;

import dev.herald.portal.AmbassadorPage.Past;
import dev.herald.portal.AmbassadorPage.Ticket;
import dev.herald.web.Assets;
import dev.herald.web.Theme;
import java.util.List;

/** Models of the ambassador's page. */
public final class PortalSamples {

    private PortalSamples() {}

    public static AmbassadorPage page(Assets assets) {
        return new AmbassadorPage(
                "Maya",
                "Heartbeat",
                List.of(ticket()),
                List.of(new Past("Summer run", "MAYASUN", "97 uses")),
                Theme.SYSTEM,
                assets);
    }

    static Ticket ticket() {
        return new Ticket(
                "Heartbeat autumn",
                true,
                "Live",
                "Your code, 20% off for followers",
                "MAYA20",
                Caption.of("MAYA20", "20% off", "Heartbeat"),
                "412",
                "times used",
                AmbassadorPage.Choice.open("/a/token/code", "enr_1"));
    }
}
