package dev.herald.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The served OpenAPI document, and whether an answer is what it says: types, required members, enums, patterns. */
final class OpenApi {

    private static final JsonNode DOCUMENT = read();

    private OpenApi() {}

    /** Every operation as "METHOD /path". */
    static Set<String> operations() {
        var operations = new TreeSet<String>();
        DOCUMENT.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** What of an answer contradicts the document; empty for an operation that the document does not know. */
    static List<String> faults(String method, String path, int status, String body) {
        return faults(method, path, status, "application/json", body);
    }

    /** The same of an answer that may be something else than JSON, of which only the type is looked at. */
    static List<String> faults(String method, String path, int status, String contentType, String body) {
        var faults = new ArrayList<String>();
        operation(method, path).ifPresent(operation -> {
            var responses = operation.get("responses");
            var response = responses.has("" + status) ? responses.get("" + status) : responses.get(status / 100 + "XX");
            if (response == null) {
                faults.add("status " + status + " is not documented");
                return;
            }
            if (!response.has("content")) {
                if (!body.isEmpty()) {
                    faults.add("a body where none is documented: " + body);
                }
                return;
            }
            var media = contentType.replaceFirst(";.*", "");
            if (!media.endsWith("json")) {
                if (!response.get("content").has(media)) {
                    faults.add(media + " is not documented");
                }
                return;
            }
            var schema = response.get("content").elements().next().get("schema");
            Json.parse(body.getBytes(StandardCharsets.UTF_8))
                    .ifPresentOrElse(tree -> check(tree, schema, "", faults), () -> faults.add("not JSON: " + body));
        });
        return faults;
    }

    private static Optional<JsonNode> operation(String method, String path) {
        var plain = path.replaceFirst("\\?.*", "");
        for (var candidate : DOCUMENT.get("paths").properties()) {
            var pattern = candidate.getKey().replaceAll("\\{[a-z]+}", "[^/]+");
            if (plain.matches(pattern)) {
                return Optional.ofNullable(candidate.getValue().get(method.toLowerCase(Locale.ROOT)));
            }
        }
        return Optional.empty();
    }

    private static void check(JsonNode value, JsonNode schema, String pointer, List<String> faults) {
        if (schema.has("$ref")) {
            check(value, DOCUMENT.at(schema.get("$ref").asText().substring(1)), pointer, faults);
            return;
        }
        var type = schema.path("type").asText();
        if (!type.isEmpty() && !isOf(type, value)) {
            faults.add(pointer + " is no " + type + ": " + value);
        }
        if (schema.has("enum") && !schema.get("enum").toString().contains(value.toString())) {
            faults.add(pointer + " is none of " + schema.get("enum") + ": " + value);
        }
        if (schema.has("pattern") && !Pattern.matches(schema.get("pattern").asText(), value.asText())) {
            faults.add(pointer + " does not match " + schema.get("pattern") + ": " + value);
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add(pointer + " lacks " + name.asText());
            }
        });
        if (schema.has("properties")) {
            value.properties().forEach(member -> {
                var known = schema.get("properties").get(member.getKey());
                if (known != null) {
                    check(member.getValue(), known, pointer + "/" + member.getKey(), faults);
                } else if (!pointer.isEmpty()
                        || !type.equals("object")
                        || !schema.toString().contains("RFC 9457")) {
                    faults.add(pointer + "/" + member.getKey() + " is not documented");
                }
            });
        }
        for (int i = 0; i < value.size() && value.isArray() && schema.has("items"); i++) {
            check(value.get(i), schema.get("items"), pointer + "/" + i, faults);
        }
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> false;
        };
    }

    private static JsonNode read() {
        try (var document = OpenApi.class.getResourceAsStream("/openapi/openapi.json")) {
            return Json.MAPPER.readTree(Objects.requireNonNull(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
