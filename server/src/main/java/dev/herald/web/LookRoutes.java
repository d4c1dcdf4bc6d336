package dev.herald.web;

import dev.herald.platform.Answer;
import dev.herald.platform.HttpServer;
import dev.herald.platform.RequestRefused;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Serves the style sheet of a brand's colour: a strict page takes no colour from a style attribute. */
public final class LookRoutes implements HttpService {

    @Override
    public void routing(HttpRules rules) {
        rules.get("/look/{sheet}", HttpServer.handler(LookRoutes::sheet));
    }

    /** Where a page finds the sheet of a colour such as {@code #a61e4d}. */
    public static String path(String colour) {
        return "/look/" + colour.substring(1) + ".css";
    }

    private static Answer sheet(ServerRequest request) {
        var sheet = request.path().pathParameters().get("sheet");
        if (!sheet.matches("[0-9a-f]{6}\\.css")) {
            throw RequestRefused.notFound("style sheet");
        }
        var css = new BrandColours("#" + sheet.substring(0, 6)).sheet();
        return new Answer(
                200,
                "text/css; charset=utf-8",
                css.getBytes(StandardCharsets.UTF_8),
                Map.of("Cache-Control", "public, max-age=86400", "X-Content-Type-Options", "nosniff"));
    }
}
