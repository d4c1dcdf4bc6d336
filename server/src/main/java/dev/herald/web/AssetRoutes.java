package dev.herald.web;

import dev.herald.platform.Answer;
import dev.herald.platform.HttpServer;
import dev.herald.platform.Problem;
import dev.herald.platform.Requests;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Map;

/** Serves the assets. An address names one content for ever, so browsers and proxies may keep it for a year. */
public final class AssetRoutes implements HttpService {

    private final Assets assets;

    public AssetRoutes(Assets assets) {
        this.assets = assets;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(Assets.ROOT + "*", HttpServer.handler(this::asset));
    }

    private Answer asset(ServerRequest request) {
        return assets.at(request.path().path())
                .map(asset -> answer(asset, request))
                .orElseGet(() -> Answer.problem(new Problem(
                        404, "not_found", "There is no such file. Load the page again for its new address.")));
    }

    private static Answer answer(Asset asset, ServerRequest request) {
        var gzip = Pages.acceptsGzip(request);
        var etag = '"' + asset.digest() + (gzip ? "-gzip" : "") + '"';
        var headers = Map.of(
                "ETag", etag,
                "Cache-Control", "public, max-age=31536000, immutable",
                "Vary", "Accept-Encoding",
                "X-Content-Type-Options", "nosniff");
        if (Requests.header(request, "If-None-Match").contains(etag)) {
            return new Answer(304, "", new byte[0], headers);
        }
        return gzip
                ? new Answer(200, asset.type(), asset.compressed(), headers).with("Content-Encoding", "gzip")
                : new Answer(200, asset.type(), asset.plain(), headers);
    }
}
