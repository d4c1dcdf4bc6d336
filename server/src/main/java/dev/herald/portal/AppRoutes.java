package dev.herald.portal;

import dev.herald.access.Access;
import dev.herald.ambassador.Ambassadors;
import dev.herald.platform.Answer;
import dev.herald.platform.HttpServer;
import dev.herald.platform.Json;
import dev.herald.platform.RequestRefused;
import dev.herald.portal.Visits.Visit;
import dev.herald.web.BrandColours;
import dev.herald.web.Pages;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a phone needs to keep an ambassador's page as an app: a manifest, icons, and what shows it without a network. */
public final class AppRoutes implements HttpService {

    private static final List<Integer> SIZES = List.of(192, 512);
    private static final int LONGEST_SHORT_NAME = 12;

    private final byte[] worker = read();
    private final Visits visits;

    public AppRoutes(Access access, Ambassadors ambassadors, Pages pages) {
        this.visits = new Visits(access, ambassadors, pages);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/a/{token}/manifest.webmanifest", visits.handler(AppRoutes::manifest))
                .get("/a/{token}/worker.js", visits.handler(this::worker))
                .get(
                        "/icon/{icon}",
                        HttpServer.handler(
                                request -> icon(request.path().pathParameters().get("icon"))));
    }

    private static Answer manifest(Visit visit) {
        var name = visit.brand().name();
        var colour = visit.brand().look().colour();
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("id", visit.address());
        manifest.put("name", visit.texts().say("your.title", name));
        manifest.put("short_name", name.length() <= LONGEST_SHORT_NAME ? name : name.substring(0, LONGEST_SHORT_NAME));
        manifest.put("lang", visit.texts().language());
        manifest.put("start_url", visit.address());
        manifest.put("scope", visit.address());
        manifest.put("display", "standalone");
        manifest.put("background_color", "#f9fafb");
        manifest.put("theme_color", new BrandColours(colour).ground());
        manifest.put(
                "icons",
                SIZES.stream()
                        .flatMap(size -> Stream.of("any", "maskable")
                                .map(purpose -> Map.of(
                                        "src",
                                        iconPath(colour, size),
                                        "sizes",
                                        size + "x" + size,
                                        "type",
                                        "image/png",
                                        "purpose",
                                        purpose)))
                        .toList());
        return new Answer(
                200, "application/manifest+json", Json.bytes(manifest), Map.of("Cache-Control", "private, no-cache"));
    }

    /** Its scope is the page, which is not below it. */
    private Answer worker(Visit visit) {
        return new Answer(
                200,
                "text/javascript; charset=utf-8",
                worker,
                Map.of(
                        "Service-Worker-Allowed", visit.address(),
                        "Cache-Control", "no-cache",
                        "Content-Security-Policy", "default-src 'none'; connect-src 'self'",
                        "X-Content-Type-Options", "nosniff"));
    }

    /** Where the icon in a colour such as {@code #a61e4d} is. */
    static String iconPath(String colour, int size) {
        return "/icon/" + colour.substring(1) + "-" + size + ".png";
    }

    private static Answer icon(String name) {
        if (!name.matches("[0-9a-f]{6}-(192|512)\\.png")) {
            throw RequestRefused.notFound("icon");
        }
        var size = Integer.parseInt(name.substring(7, 10));
        return new Answer(
                200,
                "image/png",
                IconPicture.png("#" + name.substring(0, 6), size),
                Map.of("Cache-Control", "public, max-age=86400", "X-Content-Type-Options", "nosniff"));
    }

    private static byte[] read() {
        try (var in = AppRoutes.class.getResourceAsStream("worker.js")) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: worker.js");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
