package dev.herald.platform;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a route answers: complete in memory, so that it can be kept and replayed byte for byte.
 *
 * @param status an HTTP status
 * @param contentType the media type of the body; empty when there is none
 * @param headers further headers by name
 */
public record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {

    private static final String JSON = "application/json";

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer ok(Object value) {
        return json(200, value);
    }

    public static Answer created(Object value) {
        return json(201, value);
    }

    public static Answer json(int status, Object value) {
        return new Answer(status, JSON, Json.bytes(value), Map.of());
    }

    /** JSON that was written before, for instance by the first of two equal requests. */
    public static Answer jsonBytes(int status, byte[] body) {
        return new Answer(status, JSON, body, Map.of());
    }

    public static Answer html(int status, String page) {
        return new Answer(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static Answer redirect(String location) {
        return new Answer(303, "", new byte[0], Map.of("Location", location));
    }

    public static Answer problem(Problem problem) {
        return problem(problem, Map.of());
    }

    /** A problem with members of its own, such as suggestions. */
    public static Answer problem(Problem problem, Map<String, ?> members) {
        var json = new LinkedHashMap<String, Object>();
        json.put("type", "urn:herald:problem:" + problem.code());
        json.put("title", problem.title());
        json.put("status", problem.status());
        json.put("code", problem.code());
        json.put("detail", problem.detail());
        if (!problem.errors().isEmpty()) {
            json.put("errors", problem.errors());
        }
        json.putAll(members);
        return new Answer(problem.status(), "application/problem+json", Json.bytes(json), Map.of());
    }

    public Answer with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Answer(status, contentType, body, all);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
