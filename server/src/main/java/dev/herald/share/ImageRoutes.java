package dev.herald.share;

import dev.herald.access.BrandId;
import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.platform.Answer;
import dev.herald.platform.HttpServer;
import dev.herald.platform.Ids;
import dev.herald.platform.Problem;
import dev.herald.platform.Requests;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A brand's images over HTTP: for programs with a key, and for browsers that know an address. */
public final class ImageRoutes implements HttpService {

    private final Gate gate;
    private final BrandImages images;

    public ImageRoutes(Gate gate, BrandImages images) {
        this.gate = gate;
        this.images = images;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/v1/images", gate.reads(Scope.ADMIN, this::list))
                .post("/v1/images", gate.uploads(Scope.ADMIN, this::add))
                .delete("/v1/images/{id}", gate.changes(Scope.ADMIN, this::delete))
                .get("/i/{brand}/{token}", HttpServer.handler(this::serve));
    }

    record ImageView(
            String id,
            String name,
            String contentType,
            int width,
            int height,
            int size,
            String path,
            Instant createdAt) {

        static ImageView of(BrandImage image) {
            return new ImageView(
                    image.id().toString(),
                    image.name(),
                    image.contentType(),
                    image.width(),
                    image.height(),
                    image.size(),
                    image.address(),
                    image.createdAt());
        }
    }

    private Answer list(Caller caller, ServerRequest request) {
        return Answer.ok(Map.of(
                "data", images.of(caller.brandId()).stream().map(ImageView::of).toList()));
    }

    /** The body is the file itself; its name stands in the query. */
    private Answer add(Gate.Call call) {
        var name = call.request().query().first("name").orElse("");
        return Answer.created(ImageView.of(images.add(call.brand(), name, call.body())));
    }

    private Answer delete(Gate.Call call) {
        images.delete(
                call.brand(), new BrandImage.Id(Requests.id(call.request(), "id", BrandImage.Id.PREFIX, "image")));
        return Answer.ok(Map.of("deleted", true));
    }

    /** Nothing but a picture, whatever its bytes pretend to be. */
    private Answer serve(ServerRequest request) {
        var brand = Ids.parse("", request.path().pathParameters().get("brand"));
        var token = request.path().pathParameters().get("token");
        var content = brand.isPresent() && token.matches("[A-Za-z0-9_-]{22,64}")
                ? images.content(new BrandId(brand.getAsLong()), token)
                : Optional.<BrandImages.Content>empty();
        return content.map(found -> new Answer(
                        200,
                        found.type(),
                        found.bytes(),
                        Map.of(
                                "X-Content-Type-Options", "nosniff",
                                "Content-Security-Policy", "default-src 'none'; sandbox",
                                "Content-Disposition", "inline",
                                "Cache-Control", "public, max-age=3600")))
                .orElseGet(() -> Answer.problem(new Problem(404, "not_found", "There is no such image.")));
    }
}
