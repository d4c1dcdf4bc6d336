package dev.herald.app;

import dev.herald.access.Brand;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code herald rehearse}: starts, is visited a little and ends, on a throw-away database. The build runs it once so
 * that the JVM can note down what a start needs (its ahead-of-time cache).
 */
@Command(name = "rehearse", hidden = true, description = "Starts, is visited a little, and ends.")
final class RehearseCommand implements Callable<Integer> {

    private static final List<String> VISITS =
            List.of("/console", "/console/campaigns", "/v1/campaigns", "/health/ready");

    @Mixin
    private HttpOptions http = new HttpOptions();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var opened = Opened.closedAtExit();
                var visitor = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            var reached = database.start(opened);
            var herald = opened.add(new Herald(reached.address(), InstantSource.system()));
            var brand = herald.access().createBrand("Rehearsal", Brand.Mode.TEST, "Nobody");
            var url =
                    http.url(opened.add(herald.listen(http.host(), http.port())).port());
            visit(visitor, url + "/enter/" + herald.access().createConsoleLink(brand.id()));
            for (var page : VISITS) {
                visit(visitor, url + page);
            }
            return 0;
        }
    }

    private static void visit(HttpClient visitor, String url) throws IOException, InterruptedException {
        visitor.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding());
    }
}
