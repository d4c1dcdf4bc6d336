package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Brand;
import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportPagesTest {

    private static final String ADDRESS = "/console/ambassadors/import";
    private static final String FILE = """
            Name,E-mail
            Mia Okafor,mia@import.example
            ,nobody@import.example
            Jun Park,jun@import.example
            """;

    private final TestHerald herald = new TestHerald();
    private final Visitor visitor = new Visitor(herald.address.getPort());

    @BeforeEach
    void sign_in() {
        visitor.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));
    }

    @AfterEach
    void stop() {
        visitor.close();
        herald.close();
    }

    @Test
    void a_file_is_looked_at_then_committed_and_its_refused_rows_come_back() throws Exception {
        var check = location(upload(FILE.getBytes(StandardCharsets.UTF_8), ""));

        assertThat(page(check)).contains("Mia Okafor", "Line 3", "The name is missing.", "Import 2 rows");
        assertThat(page("/console/ambassadors")).doesNotContain("Mia Okafor");

        var done = location(
                visitor.post(check, Map.of("name", "Name", "email", "E-mail", "handle", "", "existing", "update")));
        assertThat(page(done)).contains("One row was refused", check + "/refused.csv");
        assertThat(page("/console/ambassadors")).contains("Mia Okafor", "Jun Park", "2 ambassadors");
        assertThat(visitor.get(check + "/refused.csv").body())
                .isEqualTo("Name,E-mail,error\r\n,nobody@import.example,The name is missing.\r\n");

        // Going back and sending it again does nothing more.
        assertThat(location(visitor.get(check))).isEqualTo(done);
        visitor.post(check, Map.of("name", "Name", "email", "E-mail"));
        assertThat(page("/console/ambassadors")).contains("2 ambassadors");
    }

    @Test
    void rows_can_be_pasted_and_columns_chosen_anew() throws Exception {
        var check = location(upload(new byte[0], "who;what\nAva;ava@paste.example\n"));
        assertThat(page(check)).contains("No column is called like a name");

        assertThat(page(check + "?name=who&email=what")).contains("ava@paste.example", "Import 1 row");
    }

    @Test
    void an_old_encoding_is_said() throws Exception {
        var check = location(upload("Name\nZoë Müller\n".getBytes(Charset.forName("windows-1252")), ""));

        assertThat(page(check)).contains("Zoë Müller", "Windows-1252");
    }

    @Test
    void nothing_and_rubbish_are_refused_with_a_reason() throws Exception {
        assertThat(upload(new byte[0], "").body()).contains("Choose a file, or paste rows below.");
        assertThat(upload("\"open".getBytes(StandardCharsets.UTF_8), "").body()).contains("is no CSV");
        assertThat(upload(new byte[0], "\"open").body()).contains("is no CSV", ">\"open<");
        assertThat(send("text/plain", "rubbish".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void many_rows_are_a_job_with_a_bar() throws Exception {
        var rows = IntStream.range(0, 1_200).mapToObj(i -> "Person " + i).collect(Collectors.joining("\n"));
        var check = location(upload(("Name\n" + rows).getBytes(StandardCharsets.UTF_8), ""));

        var done = location(visitor.post(check, Map.of("name", "Name")));

        assertThat(page(done)).contains("role=\"progressbar\"", "1,200 ambassadors");
    }

    @Test
    void another_brands_file_is_none() throws Exception {
        var check = location(upload(FILE.getBytes(StandardCharsets.UTF_8), ""));
        var other = herald.herald.access().createBrand("Other", Brand.Mode.TEST, "Otto");
        try (var stranger = new Visitor(herald.address.getPort())) {
            stranger.get("/enter/" + herald.herald.access().createConsoleLink(other.id()));

            assertThat(stranger.get(check).statusCode()).isEqualTo(404);
            assertThat(stranger.get(check + "/refused.csv").statusCode()).isEqualTo(404);
            assertThat(stranger.post(check, Map.of("name", "Name")).statusCode())
                    .isEqualTo(404);
        }
    }

    private HttpResponse<String> upload(byte[] file, String pasted) throws Exception {
        var boundary = "----boundary7";
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"pasted\"\r\n\r\n" + pasted + "\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + (file.length == 0 ? "" : "people.csv") + "\"\r\nContent-Type: text/csv\r\n\r\n";
        var tail = "\r\n--" + boundary + "--\r\n";
        var body = new java.io.ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(tail.getBytes(StandardCharsets.UTF_8));
        return send("multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    private HttpResponse<String> send(String type, byte[] body) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(herald.address + ADDRESS))
                            .header("Content-Type", type)
                            .header("Sec-Fetch-Site", "same-origin")
                            .header("Cookie", visitor.cookie())
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private String page(String path) {
        var answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
