package dev.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.app.TestHerald;
import dev.herald.platform.Json;
import dev.herald.web.Visitor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A brand's own images: what is taken in, and how it is given out. */
class ImagesTest {

    /** One pixel, lossy, lossless and with an extended header. */
    private static final byte[] WEBP =
            Base64.getDecoder().decode("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=");

    private static final byte[] LOSSLESS =
            Base64.getDecoder().decode("UklGRhwAAABXRUJQVlA4TA8AAAAvAAAAAAcQ/Y/+ByKi/wEA");

    private static TestHerald herald;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        herald = new TestHerald();
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        herald.close();
    }

    @Test
    void pictures_are_told_by_their_content_and_served_as_what_they_are() {
        for (var format : Map.of("png", "image/png", "jpg", "image/jpeg").entrySet()) {
            var content = picture(format.getKey(), 30, 20);

            var added = add("../../summer." + format.getKey() + ".exe", content, herald.admin);

            assertThat(added.statusCode()).as(text(added)).isEqualTo(201);
            var image = json(added);
            assertThat(image.get("content_type").asText()).isEqualTo(format.getValue());
            assertThat(image.get("name").asText()).isEqualTo("summer." + format.getKey() + ".exe");
            assertThat(image.get("width").asInt()).isEqualTo(30);
            assertThat(image.get("height").asInt()).isEqualTo(20);
            var served = get(image.get("path").asText());
            assertThat(served.body()).isEqualTo(content);
            assertThat(served.headers().firstValue("Content-Type")).contains(format.getValue());
            assertThat(served.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(served.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "sandbox");
        }
        assertThat(json(add("a.webp", WEBP, herald.admin)).get("width").asInt()).isEqualTo(1);
        assertThat(json(add("b.webp", LOSSLESS, herald.admin)).get("height").asInt())
                .isEqualTo(1);
    }

    @Test
    void everything_else_is_refused_with_what_to_do() {
        assertThat(refusal("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)))
                .contains("no PNG, JPEG or WebP");
        assertThat(refusal("<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)))
                .contains("no PNG");
        assertThat(refusal(new byte[0])).contains("no PNG");
        assertThat(refusal(picture("gif", 3, 3))).contains("no PNG");
        var damaged = picture("png", 30, 20);
        Arrays.fill(damaged, 33, damaged.length, (byte) 7);
        assertThat(refusal(damaged)).contains("damaged");
        assertThat(refusal(new byte[5_000_001])).contains("larger than 5 MB");
    }

    @Test
    void a_small_file_with_too_many_pixels_is_refused_before_it_is_decoded() {
        var bomb = picture("png", 8, 8);
        ByteBuffer.wrap(bomb).putInt(16, 50_000).putInt(20, 50_000);

        assertThat(refusal(bomb)).contains("40 million pixels");
    }

    @Test
    void cut_and_twisted_heads_are_no_pictures_and_no_errors() {
        for (var whole : new byte[][] {picture("png", 9, 9), picture("jpg", 9, 9), WEBP, LOSSLESS}) {
            for (var length = 0; length < Math.min(whole.length, 400); length++) {
                assertThat(ImageHeader.kind(Arrays.copyOf(whole, length)).map(ImageKind::width))
                        .satisfiesAnyOf(
                                width -> assertThat(width).isEmpty(),
                                width -> assertThat(width)
                                        .hasValueSatisfying(
                                                pixels -> assertThat(pixels).isPositive()));
            }
        }
    }

    @Test
    void the_images_of_a_brand_have_room_for_50_mb() {
        var brand = herald.herald.access().createBrand("Large", Brand.Mode.TEST, "Lara");
        var key = herald.herald.access().createKey(brand, Scope.ADMIN);
        // What follows the end of a JPEG is not looked at.
        var large = Arrays.copyOf(picture("jpg", 10, 10), 5_000_000);
        for (var i = 0; i < 10; i++) {
            assertThat(add("large.jpg", large, key).statusCode()).isEqualTo(201);
        }

        assertThat(text(add("one.png", picture("png", 2, 2), key))).contains("larger than 50 MB");
    }

    @Test
    void nobody_guesses_an_address_and_a_deleted_image_has_none() {
        var image = json(add("a.png", picture("png", 4, 4), herald.admin));
        var path = image.get("path").asText();
        var stranger = herald.herald.access().createBrand("Other", Brand.Mode.TEST, "Other owner");
        var key = herald.herald.access().createKey(stranger, Scope.ADMIN);

        assertThat(get(path.substring(0, path.length() - 1) + "A!").statusCode())
                .isEqualTo(404);
        assertThat(get("/i/nobody/" + path.substring(path.lastIndexOf('/') + 1)).statusCode())
                .isEqualTo(404);
        var id = image.get("id").asText();
        assertThat(herald.send("DELETE", "/v1/images/" + id, null, key).status())
                .isEqualTo(404);
        assertThat(herald.send("GET", "/v1/images", null, key).json().get("data"))
                .isEmpty();

        assertThat(herald.send("DELETE", "/v1/images/" + id, null, herald.admin).status())
                .isEqualTo(200);
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void the_page_of_images_takes_them_in_replaces_and_deletes_them() {
        try (var visitor = new Visitor(herald.address.getPort())) {
            visitor.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));
            var path = "/console/images";
            assertThat(visitor.get(path).body()).contains("Add images", "PNG, JPEG or WebP");

            assertThat(upload(visitor, path + "?name=beach.png", "same-origin").statusCode())
                    .isEqualTo(204);
            assertThat(upload(visitor, path + "?name=forged.png", "cross-site").statusCode())
                    .isEqualTo(403);

            var page = visitor.get(path).body();
            assertThat(page).contains("beach.png", "6 × 6 pixels").doesNotContain("forged.png");
            var id = page.replaceFirst(
                    "(?s).*?/console/images/(img_[0-9A-Z]{13})\" aria-label=\"Replace or delete beach.*", "$1");
            assertThat(visitor.get(path + "/" + id).body()).contains("Delete it", "Nobody can load it any more");
            upload(visitor, path + "?name=harbour.png&replaces=" + id, "same-origin");
            assertThat(visitor.get(path).body()).contains("harbour.png").doesNotContain("beach.png");
            assertThat(visitor.get(path + "/" + id).statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<byte[]> upload(Visitor visitor, String path, String site) {
        return send(HttpRequest.newBuilder(herald.address.resolve(path))
                .header("Cookie", visitor.cookie())
                .header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofByteArray(picture("png", 6, 6))));
    }

    private static String refusal(byte[] content) {
        var answer = add("x.png", content, herald.admin);
        assertThat(answer.statusCode()).isEqualTo(422);
        return text(answer);
    }

    private static HttpResponse<byte[]> add(String name, byte[] content, String key) {
        return send(HttpRequest.newBuilder(herald.address.resolve("/v1/images?name=" + name))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content)));
    }

    private static HttpResponse<byte[]> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(herald.address + path.replace("!", "%21"))));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return Json.parse(answer.body()).orElseThrow();
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] picture(String format, int width, int height) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
