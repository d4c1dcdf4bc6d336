package dev.herald.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.platform.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssetRoutesTest {

    private final Assets assets = Assets.fromClassPath();
    private final HttpServer server = HttpServer.start("127.0.0.1", 0, List.of(new AssetRoutes(assets)));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void a_file_may_be_kept_for_a_year_because_its_address_names_its_content() throws Exception {
        var answer = get(assets.path("tabler.css"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(answer, "Content-Type")).startsWith("text/css");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void it_travels_compressed_and_arrives_whole() throws Exception {
        var plain = get(assets.path("tabler.css"));
        var small = get(assets.path("tabler.css"), "Accept-Encoding", "br, gzip");

        assertThat(header(small, "Content-Encoding")).isEqualTo("gzip");
        assertThat(small.body().length).isLessThan(plain.body().length / 5);
        assertThat(unzip(small.body())).isEqualTo(plain.body());
    }

    @Test
    void who_has_it_is_not_sent_it_again() throws Exception {
        var path = assets.path("console.css");
        var etag = header(get(path, "Accept-Encoding", "gzip"), "ETag");

        var again = get(path, "Accept-Encoding", "gzip", "If-None-Match", etag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get(path, "If-None-Match", etag).statusCode())
                .as("the uncompressed form is another one")
                .isEqualTo(200);
    }

    @Test
    void another_digest_is_another_file() throws Exception {
        assertThat(get("/assets/0123456789abcdef/console.css").statusCode()).isEqualTo(404);
        assertThat(get("/assets/console.css").statusCode()).isEqualTo(404);
        assertThat(get("/assets/..%2f..%2fpage.js").statusCode()).isBetween(400, 404);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static byte[] unzip(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }
}
