package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Comparator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The product with its demo brand, started once for all tests. */
final class Demo implements AutoCloseable {

    private static final String CONSOLE = "Console: ";
    private static final String KEY = "API key: ";

    private final Product product;
    private final String firstLink;
    private final String key;
    private final HttpClient client = HttpClient.newHttpClient();
    private String cookies = "";

    private Demo(Product product) throws IOException {
        this.product = product;
        this.firstLink = product.told(CONSOLE);
        this.key = product.told(KEY);
    }

    static Demo start() throws IOException {
        return new Demo(Product.start("demo", "--still"));
    }

    /** Where the product answers, without a slash at the end. */
    String origin() {
        return firstLink.substring(0, firstLink.indexOf("/enter/"));
    }

    /** The one-time link that the start printed. */
    String printedLink() {
        return firstLink;
    }

    /** The cookies of somebody who followed the printed link, which works but once. */
    synchronized String signIn(Chromium chromium) {
        if (cookies.isEmpty()) {
            try (var context = chromium.visitor(Window.DESK_LIGHT)) {
                var page = context.newPage();
                page.navigate(firstLink);
                assertThat(page).hasURL(origin() + "/console");
                cookies = context.storageState();
            }
        }
        return cookies;
    }

    /** The id of the campaign with the longest ranking: of the demo's, not of a test's own. */
    String campaign() {
        return get("/v1/campaigns")
                .get("data")
                .valueStream()
                .map(campaign -> campaign.get("id").asText())
                .max(Comparator.comparingInt(id ->
                        get("/v1/campaigns/" + id + "/ranking").get("data").size()))
                .orElseThrow();
    }

    /** The id of the ambassador who leads that campaign. */
    String leader() {
        return get("/v1/campaigns/" + campaign() + "/ranking")
                .at("/data/0/ambassador/id")
                .asText();
    }

    JsonNode get(String path) {
        return call(HttpRequest.newBuilder(URI.create(origin() + path)).GET());
    }

    JsonNode post(String path, String json) {
        return call(HttpRequest.newBuilder(URI.create(origin() + path)).POST(BodyPublishers.ofString(json)));
    }

    /** The address of an ambassador's own page. */
    String ambassadorsPage(String ambassador) {
        return origin()
                + post("/v1/ambassadors/" + ambassador + "/links", "{}")
                        .get("path")
                        .asText();
    }

    /** What is answered as it stands, such as a file. */
    String text(String path) {
        return sent(HttpRequest.newBuilder(URI.create(origin() + path)).GET());
    }

    private JsonNode call(HttpRequest.Builder request) {
        try {
            return new ObjectMapper().readTree(sent(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String sent(HttpRequest.Builder request) {
        try {
            var response = client.send(
                    request.header("Authorization", "Bearer " + key)
                            .header("Content-Type", "application/json")
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        product.close();
    }

    /** Gives the one demo of this run to whoever asks for it. */
    static final class Shared implements ParameterResolver {

        private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Shared.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Demo.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(HERE).computeIfAbsent(Demo.class, _ -> {
                try {
                    return start();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
