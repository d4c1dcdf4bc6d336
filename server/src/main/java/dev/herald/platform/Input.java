package dev.herald.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object member by member and remembers every fault with its pointer, so that a developer sees all of
 * them at once. A faulty member reads as a harmless value; {@link #check} must be called before any is used.
 *
 * <p>Nothing is coerced: 1.5, "12" and null are not integers.
 */
public final class Input {

    private static final int TIME_LENGTH = 40;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final JsonNode object;
    private final String pointer;
    private final List<Problem.Violation> faults;

    private Input(JsonNode object, String pointer, List<Problem.Violation> faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    /** Reads a request body; a body that is not a JSON object is refused with 400. */
    public static Input of(byte[] body) {
        var tree = Json.parse(body)
                .orElseThrow(() -> new RequestRefused(
                        400,
                        "malformed_json",
                        "The body is not well-formed JSON: " + JsonFault.of(body)
                                + ". Send one JSON object in UTF-8."));
        if (!tree.isObject()) {
            throw new RequestRefused(400, "malformed_json", "The body must be a JSON object.");
        }
        return new Input(tree, "", new ArrayList<>());
    }

    /** Throws a 422 naming every fault found so far. */
    public void check() {
        if (!faults.isEmpty()) {
            var first = faults.getFirst();
            var detail = faults.size() == 1
                    ? first.pointer() + ": " + first.detail()
                    : "The request has " + faults.size() + " faults; see errors.";
            throw new RequestRefused(new Problem(422, "invalid_request", detail, faults));
        }
    }

    public JsonNode tree() {
        return object;
    }

    public boolean has(String field) {
        return object.has(field) && !object.get(field).isNull();
    }

    /** Whether a change asks for this member to become absent. */
    public boolean clears(String field) {
        return object.has(field) && object.get(field).isNull();
    }

    public void refuse(String field, String detail) {
        faults.add(new Problem.Violation(pointer + "/" + field, detail));
    }

    /** Refuses members other than these, showing names that can be shown: used where a misspelt member would silently change what money does. */
    public void only(String... fields) {
        var known = Set.of(fields);
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                var shown = name.length() <= 40 && isStorable(name) ? name : "";
                refuse(shown, "is not known here. Known are: " + String.join(", ", fields) + ".");
            }
        });
    }

    /** A text of 1 to {@code max} characters. */
    public String text(String field, int max) {
        if (lacks(field, "Send a text of 1 to " + max + " characters.")) {
            return "";
        }
        var text = optionalText(field, max);
        return text == null ? "" : text;
    }

    public @Nullable String optionalText(String field, int max) {
        if (!has(field)) {
            return null;
        }
        if (JsonRules.isText(object.get(field), max)) {
            return object.get(field).textValue();
        }
        refuse(field, "must be a text of 1 to " + max + " characters without control characters.");
        return null;
    }

    /** A whole number between the two bounds, both included. */
    public long integer(String field, long min, long max) {
        if (lacks(field, "Send a whole number from " + min + " to " + max + ".")) {
            return min;
        }
        return integer(field, min, max, min);
    }

    public long integer(String field, long min, long max, long absent) {
        if (!has(field)) {
            return absent;
        }
        var node = object.get(field);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            refuse(
                    field,
                    "must be a whole number from " + min + " to " + max + ", written without quotes or fraction.");
            return min;
        }
        return node.longValue();
    }

    /** A decimal between the two bounds, both included, with at most 12 digits after the point. */
    public BigDecimal decimal(String field, BigDecimal min, BigDecimal max) {
        if (lacks(field, "Send a number from " + min.toPlainString() + " to " + max.toPlainString() + ".")) {
            return min;
        }
        return decimal(field, min, max, min);
    }

    public BigDecimal decimal(String field, BigDecimal min, BigDecimal max, BigDecimal absent) {
        if (!has(field)) {
            return absent;
        }
        var node = object.get(field);
        if (!JsonRules.isNumber(node, min, max)) {
            refuse(field, JsonRules.range(min, max));
            return min;
        }
        return node.decimalValue();
    }

    public boolean bool(String field, boolean absent) {
        if (!has(field)) {
            return absent;
        }
        if (!object.get(field).isBoolean()) {
            refuse(field, "must be true or false.");
            return absent;
        }
        return object.get(field).booleanValue();
    }

    /** An RFC 3339 time with its offset, to the microsecond, between the years 1900 and 9999. */
    public Instant time(String field) {
        lacks(field, "Send a time such as 2026-03-01T09:00:00Z.");
        var time = optionalTime(field);
        return time == null ? Instant.EPOCH : time;
    }

    public @Nullable Instant optionalTime(String field) {
        if (!has(field)) {
            return null;
        }
        var node = object.get(field);
        if (node.isTextual() && node.textValue().length() <= TIME_LENGTH) {
            try {
                var time = OffsetDateTime.parse(node.textValue()).toInstant();
                if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                    return time.truncatedTo(ChronoUnit.MICROS);
                }
            } catch (DateTimeParseException e) {
                // Told below, as every other fault.
            }
        }
        refuse(field, "must be an RFC 3339 time such as 2026-03-01T09:00:00Z.");
        return null;
    }

    /** One of an enum's constants, written in lower case. */
    public <E extends Enum<E>> E choice(String field, Class<E> type) {
        lacks(field, "Send one of: " + JsonRules.names(type) + ".");
        var choice = optionalChoice(field, type);
        return choice == null ? type.getEnumConstants()[0] : choice;
    }

    public <E extends Enum<E>> @Nullable E optionalChoice(String field, Class<E> type) {
        if (!has(field)) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (JsonRules.word(constant).equals(object.get(field).textValue())) {
                return constant;
            }
        }
        refuse(field, "must be one of: " + JsonRules.names(type) + ".");
        return null;
    }

    /** A member that is itself an object. */
    public Input object(String field) {
        lacks(field, "Send an object.");
        var member = optionalObject(field);
        return member == null ? new Input(MissingNode.getInstance(), pointer + "/" + field, new ArrayList<>()) : member;
    }

    public @Nullable Input optionalObject(String field) {
        if (!has(field)) {
            return null;
        }
        if (!object.get(field).isObject()) {
            refuse(field, "must be an object.");
            return null;
        }
        return new Input(object.get(field), pointer + "/" + field, faults);
    }

    /** The objects of an array; absent reads as none. */
    public List<Input> objects(String field, int most) {
        var inputs = new ArrayList<Input>();
        var array = array(field, most);
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i).isObject()) {
                inputs.add(new Input(array.get(i), pointer + "/" + field + "/" + i, faults));
            } else {
                refuse(field + "/" + i, "must be an object.");
            }
        }
        return inputs;
    }

    /** The numbers of an array, each within the bounds; absent reads as none. */
    public List<BigDecimal> decimals(String field, int most, BigDecimal min, BigDecimal max) {
        var numbers = new ArrayList<BigDecimal>();
        var array = array(field, most);
        for (int i = 0; i < array.size(); i++) {
            if (JsonRules.isNumber(array.get(i), min, max)) {
                numbers.add(array.get(i).decimalValue());
            } else {
                refuse(field + "/" + i, JsonRules.range(min, max));
            }
        }
        return numbers;
    }

    /** The texts of an array; absent reads as none. */
    public List<String> texts(String field, int most, int max) {
        var texts = new ArrayList<String>();
        var array = array(field, most);
        for (int i = 0; i < array.size(); i++) {
            if (JsonRules.isText(array.get(i), max)) {
                texts.add(array.get(i).textValue());
            } else {
                refuse(field + "/" + i, "must be a text of 1 to " + max + " characters.");
            }
        }
        return texts;
    }

    private boolean lacks(String field, String wanted) {
        if (!has(field)) {
            refuse(field, "is missing. " + wanted);
        }
        return !has(field);
    }

    private JsonNode array(String field, int most) {
        if (!has(field)) {
            return Json.MAPPER.createArrayNode();
        }
        var array = object.get(field);
        if (!array.isArray() || array.size() > most) {
            refuse(field, "must be an array of at most " + most + " items.");
            return Json.MAPPER.createArrayNode();
        }
        return array;
    }

    /** PostgreSQL stores no NUL and no half of a surrogate pair; other control characters have no business here. */
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c -> (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f || (c >= 0xD800 && c <= 0xDFFF));
    }
}
