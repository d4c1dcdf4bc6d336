package dev.herald.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.console.ApiReference.Body;
import dev.herald.console.ApiReference.Field;
import dev.herald.console.ApiReference.Group;
import dev.herald.console.ApiReference.Operation;
import dev.herald.console.ApiReference.Reply;
import dev.herald.console.ApiReference.Shape;
import dev.herald.console.ApiReference.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads an OpenAPI document. Pure: the same document always gives the same reference. */
final class ApiReferenceRules {

    private static final String COMPONENTS = "#/components/schemas/";

    /** How deep members of members are listed; what is deeper is to be seen in the example. */
    private static final int DEEPEST = 3;

    private final JsonNode document;
    private final ApiExamples examples;

    private ApiReferenceRules(JsonNode document, String origin) {
        this.document = document;
        this.examples = new ApiExamples(document, origin);
    }

    /** @param origin where this server answers, for the samples */
    static ApiReference read(JsonNode document, String origin) {
        return new ApiReferenceRules(document, origin).reference();
    }

    private ApiReference reference() {
        var groups = new LinkedHashMap<String, List<Operation>>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                groups.computeIfAbsent(group(path.getKey()), _ -> new ArrayList<>())
                        .add(operation(operation.getKey(), path.getKey(), operation.getValue()));
            }
        }
        return new ApiReference(
                document.at("/info/version").asText(),
                document.at("/info/description").asText(),
                groups.entrySet().stream()
                        .map(one -> new Group("group-" + one.getKey(), title(one.getKey()), one.getValue()))
                        .toList(),
                document.at("/components/schemas").properties().stream()
                        .map(this::type)
                        .toList());
    }

    /** /v1/campaigns/{id} belongs to campaigns; what has no version is about the server itself. */
    private static String group(String path) {
        var parts = path.split("/", -1);
        return parts.length > 2 && parts[1].equals("v1") ? parts[2] : "server";
    }

    private static String title(String group) {
        var words = group.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private Operation operation(String method, String path, JsonNode node) {
        var parameters = new ArrayList<Field>();
        for (var parameter : node.path("parameters")) {
            parameters.add(new Field(
                    parameter.path("name").asText(),
                    named(parameter.path("schema"), parameter.path("in").asText()),
                    parameter.path("required").asBoolean(),
                    described(parameter)));
        }
        return new Operation(
                node.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                node.path("summary").asText(),
                node.path("description").asText(),
                node.at("/security/0/key/0").asText(),
                parameters,
                body(node.path("requestBody").path("content")),
                node.path("responses").properties().stream().map(this::reply).toList(),
                examples.curl(method.toUpperCase(Locale.ROOT), path, node));
    }

    private TypeName named(JsonNode schema, String where) {
        var type = typeName(schema);
        return new TypeName(type.text() + " in " + where, type.link());
    }

    private Body body(JsonNode content) {
        if (content.isEmpty()) {
            return Body.NONE;
        }
        var first = content.properties().iterator().next();
        var schema = first.getValue().path("schema");
        return first.getKey().endsWith("json")
                ? new Body(typeName(schema), fields(schema))
                : new Body(new TypeName(first.getKey(), ""), List.of());
    }

    private Reply reply(Map.Entry<String, JsonNode> reply) {
        var content = body(reply.getValue().path("content"));
        return new Reply(
                reply.getKey(), reply.getValue().path("description").asText(), content.type(), content.fields());
    }

    private Shape type(Map.Entry<String, JsonNode> schema) {
        return new Shape(
                "type-" + schema.getKey(),
                schema.getKey(),
                schema.getValue().path("description").asText(),
                fields(schema.getValue()),
                values(schema.getValue()));
    }

    /** The members of an object, and of objects in it; none of a type that has a section of its own. */
    private List<Field> fields(JsonNode schema) {
        var fields = new ArrayList<Field>();
        if (!schema.has("$ref")) {
            gather(schema, "", 1, fields);
        }
        return fields;
    }

    private void gather(JsonNode schema, String before, int depth, List<Field> fields) {
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (var member : schema.path("properties").properties()) {
            var node = member.getValue();
            var name = before + member.getKey();
            fields.add(new Field(name, typeName(node), required.contains(member.getKey()), described(node)));
            if (depth < DEEPEST) {
                var isList = node.path("type").asText().equals("array");
                gather(isList ? node.path("items") : node, name + (isList ? "[]." : "."), depth + 1, fields);
            }
        }
    }

    private TypeName typeName(JsonNode schema) {
        if (schema.has("$ref")) {
            var name = schema.path("$ref").asText().substring(COMPONENTS.length());
            return new TypeName(name, "type-" + name);
        }
        if (schema.has("anyOf")) {
            var choices = new ArrayList<String>();
            schema.path("anyOf").forEach(choice -> choices.add(typeName(choice).text()));
            return new TypeName(String.join(" or ", choices), "");
        }
        var type = schema.path("type").asText("any");
        if (type.equals("array")) {
            var item = typeName(schema.path("items"));
            return new TypeName("list of " + item.text(), item.link());
        }
        var format = schema.path("format").asText();
        return new TypeName(format.equals("date-time") ? "time" : format.equals("date") ? "date" : type, "");
    }

    /** What the document says of a value, and its limits. */
    private static String described(JsonNode node) {
        var schema = node.has("schema") ? node.path("schema") : node;
        var parts = new ArrayList<String>();
        for (var text : List.of(
                node.path("description").asText(), schema.path("description").asText())) {
            if (!text.isEmpty() && !parts.contains(text)) {
                parts.add(text);
            }
        }
        var values = values(schema);
        if (!values.isEmpty()) {
            parts.add("One of " + values + ".");
        }
        if (schema.has("minimum") && schema.has("maximum")) {
            parts.add("From " + schema.path("minimum").asText() + " to "
                    + schema.path("maximum").asText() + ".");
        } else if (schema.has("minimum")) {
            parts.add("At least " + schema.path("minimum").asText() + ".");
        }
        if (schema.has("maxLength")) {
            parts.add("At most " + schema.path("maxLength").asText() + " characters.");
        }
        if (schema.has("maxItems")) {
            parts.add("At most " + schema.path("maxItems").asText() + ".");
        }
        if (schema.has("default")) {
            parts.add(schema.path("default").asText() + " if absent.");
        }
        return String.join(" ", parts);
    }

    private static String values(JsonNode schema) {
        var values = new ArrayList<String>();
        schema.path("enum").forEach(value -> values.add(value.asText()));
        return String.join(", ", values);
    }
}
