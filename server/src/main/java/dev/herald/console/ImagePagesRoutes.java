package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.console.ImagesPage.ImageLine;
import dev.herald.console.Shell.Section;
import dev.herald.platform.Answer;
import dev.herald.platform.Ids;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.share.BrandImage;
import dev.herald.share.BrandImages;
import dev.herald.web.Formats;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Map;

/** The pages of a brand's own images. A script sends a file as it is, because a form would wrap it. */
public final class ImagePagesRoutes implements HttpService {

    private static final double MEGA = 1_000_000;

    private final Frame frame;
    private final BrandImages images;

    public ImagePagesRoutes(Frame frame, BrandImages images) {
        this.frame = frame;
        this.images = images;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/images", frame.page(this::list))
                .post("/console/images", frame.form(this::add))
                .get("/console/images/{id}", frame.page(this::show))
                .post("/console/images/{id}/delete", frame.form(this::delete));
    }

    private Answer list(SignedIn who, ServerRequest request) {
        var formats = frame.formats(who.brand());
        var all = images.of(who.brand().id());
        var used = all.stream().mapToLong(BrandImage::size).sum();
        var page = new ImagesPage(
                frame.shell(who, request, "Images", Section.CAMPAIGNS),
                all.stream().map(image -> line(image, formats)).toList(),
                megabytes(used, formats) + " of 50 MB used");
        return frame.show(request, 200, "console/images.jte", page);
    }

    /** Answers the script: 204, or the reason in plain text. */
    private Answer add(SignedIn who, ServerRequest request) {
        try {
            var brand = who.brand().id();
            images.add(brand, request.query().first("name").orElse(""), Requests.file(request));
            Ids.parse(BrandImage.Id.PREFIX, request.query().first("replaces").orElse(""))
                    .ifPresent(old -> images.delete(brand, new BrandImage.Id(old)));
            return new Answer(204, "", new byte[0], Map.of());
        } catch (RequestRefused refused) {
            return Answer.problem(refused.problem());
        }
    }

    private Answer show(SignedIn who, ServerRequest request) {
        var image = images.get(who.brand().id(), id(request));
        var page = new ImagePage(
                frame.shell(who, request, image.name(), Section.CAMPAIGNS),
                line(image, frame.formats(who.brand())),
                image.id().toString());
        return frame.show(request, 200, "console/image.jte", page);
    }

    private Answer delete(SignedIn who, ServerRequest request) {
        images.delete(who.brand().id(), id(request));
        return Answer.redirect("/console/images");
    }

    private static ImageLine line(BrandImage image, Formats formats) {
        var added = image.createdAt();
        return new ImageLine(
                image.address(),
                "/console/images/" + image.id(),
                image.name(),
                formats.count(image.width()) + " × " + formats.count(image.height()) + " pixels, "
                        + megabytes(image.size(), formats),
                formats.date(added));
    }

    private static String megabytes(long bytes, Formats formats) {
        return bytes == 0 ? "0 MB" : formats.rate(Math.max(.01, bytes / MEGA)) + " MB";
    }

    private static BrandImage.Id id(ServerRequest request) {
        return new BrandImage.Id(Requests.id(request, "id", BrandImage.Id.PREFIX, "image"));
    }
}
