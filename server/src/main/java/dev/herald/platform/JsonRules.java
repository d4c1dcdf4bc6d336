package dev.herald.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a piece of JSON must be to be taken. */
final class JsonRules {

    private JsonRules() {}

    /** The scale is looked at first: comparing 1e999999999 would write out a billion digits. */
    static boolean isNumber(JsonNode node, BigDecimal min, BigDecimal max) {
        return node.isNumber()
                && Math.abs((long) node.decimalValue().scale()) <= 12
                && node.decimalValue().compareTo(min) >= 0
                && node.decimalValue().compareTo(max) <= 0;
    }

    static String range(BigDecimal min, BigDecimal max) {
        return "must be a number from " + min.toPlainString() + " to " + max.toPlainString() + ".";
    }

    static String names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(JsonRules::word).collect(Collectors.joining(", "));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static boolean isText(JsonNode node, int max) {
        return node.isTextual()
                && !node.textValue().isBlank()
                && node.textValue().length() <= max
                && Input.isStorable(node.textValue());
    }
}
