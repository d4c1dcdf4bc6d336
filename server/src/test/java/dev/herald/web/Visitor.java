package dev.herald.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody with a browser that keeps the session's cookie, over a real socket. */
public final class Visitor implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String origin;
    private String cookie = "";

    public Visitor(int port) {
        this.origin = "http://127.0.0.1:" + port;
    }

    /** What the browser would send along: {@code herald_session=…}, or nothing. */
    public String cookie() {
        return cookie;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Sends a form from one of Herald's own pages. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields, "same-origin");
    }

    public HttpResponse<String> post(String path, Map<String, String> fields, String fetchSite) {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, "Sec-Fetch-Site", fetchSite, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Sends a form of one of Herald's own pages that has a file in it, and nothing else. */
    public HttpResponse<String> upload(String path, String field, String file) {
        var body = "--edge\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--edge--\r\n";
        var type = "multipart/form-data; boundary=edge";
        return send(request(path, "Sec-Fetch-Site", "same-origin", "Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(origin + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            response.headers()
                    .firstValue("Set-Cookie")
                    .ifPresent(set -> cookie = set.contains("Max-Age=0;") ? "" : set.substring(0, set.indexOf(';')));
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
