package dev.herald.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * Writes a request so that equal ones, and only they, give the same bytes: members in the order of their names, every
 * text and number after its length.
 */
final class Fingerprint {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    private Fingerprint() {}

    static byte[] of(String operation, JsonNode body) {
        var fingerprint = new Fingerprint();
        fingerprint.write('o', operation);
        fingerprint.write(body);
        return fingerprint.bytes.toByteArray();
    }

    private void write(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                var members = new TreeMap<String, JsonNode>();
                node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
                bytes.write('{');
                members.forEach((name, value) -> {
                    write('m', name);
                    write(value);
                });
                bytes.write('}');
            }
            case ARRAY -> {
                bytes.write('[');
                node.forEach(this::write);
                bytes.write(']');
            }
            case STRING -> write('s', node.textValue());
            default -> write('v', node.asText());
        }
    }

    private void write(char kind, String text) {
        var content = text.getBytes(StandardCharsets.UTF_8);
        bytes.write(kind);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes.write(content.length >>> shift);
        }
        bytes.writeBytes(content);
    }
}
