package dev.herald.web;

import dev.herald.platform.Requests;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;

/** Whether a form was sent by one of our own pages; another site must not act in a visitor's name. */
public final class SameOrigin {

    private SameOrigin() {}

    public static boolean allows(ServerRequest request) {
        return allows(
                Requests.header(request, "Sec-Fetch-Site"),
                Requests.header(request, "Origin"),
                Requests.header(request, "Host"));
    }

    /** Browsers say where a request comes from; one too old for Sec-Fetch-Site has to name our own origin. */
    static boolean allows(String fetchSite, String origin, String host) {
        if (!fetchSite.isEmpty()) {
            return fetchSite.equals("same-origin");
        }
        return !host.isEmpty() && host.equals(authority(origin));
    }

    private static String authority(String origin) {
        try {
            var authority = URI.create(origin).getAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
