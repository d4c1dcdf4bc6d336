package dev.herald.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.platform.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Makes requests that can be pasted into a shell from what a document says of them. */
record ApiExamples(JsonNode document, String origin) {

    private static final int DEEPEST = 5;

    String curl(String method, String path, JsonNode operation) {
        var lines = new ArrayList<String>();
        lines.add("curl " + (method.equals("GET") ? "" : "-X " + method + " ") + origin + path);
        if (operation.at("/security/0").has("key")) {
            lines.add("  -H \"Authorization: Bearer $HERALD_KEY\"");
        }
        var content = operation.path("requestBody").path("content");
        if (content.has("application/json")) {
            lines.add("  -H \"Content-Type: application/json\"");
            var schema = content.path("application/json").path("schema");
            lines.add("  -d '" + Json.text(example(schema, "", 0)).replace("'", "'\\''") + "'");
        } else if (!content.isEmpty()) {
            lines.add("  -H \"Content-Type: "
                    + content.properties().iterator().next().getKey() + "\"");
            lines.add("  --data-binary @file.csv");
        }
        return String.join(" \\\n", lines);
    }

    /** The members that are needed; all of them where none is. */
    private Object example(JsonNode schema, String name, int depth) {
        if (schema.has("$ref")) {
            return example(document.at(schema.path("$ref").asText().substring(1)), name, depth);
        }
        if (schema.has("example")) {
            return schema.path("example");
        }
        if (schema.has("anyOf")) {
            return example(schema.path("anyOf").path(0), name, depth);
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0).asText();
        }
        return switch (schema.path("type").asText()) {
            case "object" -> members(schema, depth);
            case "array" -> depth > DEEPEST ? List.of() : List.of(example(schema.path("items"), name, depth + 1));
            case "integer" -> integer(schema, name);
            case "number" -> 20;
            case "boolean" -> false;
            default -> text(schema, name);
        };
    }

    private Object members(JsonNode schema, int depth) {
        var members = new LinkedHashMap<String, Object>();
        if (depth > DEEPEST) {
            return members;
        }
        var needed = new ArrayList<String>();
        schema.path("required").forEach(name -> needed.add(name.asText()));
        for (var member : schema.path("properties").properties()) {
            if (needed.isEmpty() || needed.contains(member.getKey())) {
                members.put(member.getKey(), example(member.getValue(), member.getKey(), depth + 1));
            }
        }
        return members;
    }

    private static long integer(JsonNode schema, String name) {
        return name.contains("amount")
                ? 5_000
                : Math.max(1, schema.path("minimum").asLong(1));
    }

    private static String text(JsonNode schema, String name) {
        var pattern = schema.path("pattern").asText();
        if (pattern.matches("\\^[a-z]{3}_.*")) {
            return pattern.substring(1, 5) + "0123456789ABC";
        }
        if (schema.path("format").asText().equals("date-time")) {
            return "2026-12-01T00:00:00Z";
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "currency" -> "EUR";
            case "code" -> "HEARTBEAT20";
            case "reference" -> "order-1001";
            case "pattern" -> "SPRING-####";
            case "name" -> "First campaign";
            default -> name.isEmpty() ? "text" : name;
        };
    }
}
