package dev.herald.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Says what is wrong with a text that is no JSON, and where, to somebody who does not know the library that reads it. */
final class JsonFault {

    private static final int LONGEST_WORD = 20;

    /**
     * How the library's words begin, and ours.
     *
     * @param ours $1 is what it found there
     */
    private record Words(Pattern theirs, String ours) {

        static Words of(String theirs, String ours) {
            return new Words(Pattern.compile(theirs, Pattern.DOTALL), ours);
        }
    }

    /** The first that fits counts. */
    private static final List<Words> WORDS = List.of(
            Words.of(
                    "(Invalid numeric value|Unexpected character .* in numeric value).*",
                    "a number is not written as in JSON"),
            Words.of(
                    "Unexpected character \\('(['`\\p{L}\\p{Pi}\\p{Pf}])'.*(?:double-quote|valid value).*",
                    "the sign $1 is not expected there; texts stand in double quotes"),
            Words.of("Unexpected character \\('(.)'.*", "the sign $1 is not expected there"),
            Words.of("(?:Unrecognized|Non-standard) token '(.*?)'.*", "$1 is no JSON value"),
            Words.of("Duplicate field '(.*)'", "the member $1 occurs twice"),
            Words.of("(Trailing token).*", "something follows the end"),
            Words.of(
                    "(Illegal unquoted character).*",
                    "a line break or other control character in a text has to be escaped, such as \\n"),
            Words.of("(Unrecognized character escape).*", "JSON knows no such escape"),
            Words.of("(Invalid UTF-8|Invalid UTF-32).*", "it is not UTF-8"));

    private JsonFault() {}

    /** Such as: line 3, column 14: the sign } is not expected there. */
    static String of(byte[] text) {
        try {
            var tree = Json.MAPPER.readTree(text);
            return tree == null || tree.isMissingNode() ? "it is empty" : "";
        } catch (JsonProcessingException fault) {
            var at = fault.getLocation();
            var where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
            return where + what(fault);
        } catch (IOException fault) {
            return "it is not UTF-8";
        }
    }

    private static String what(JsonProcessingException fault) {
        return switch (fault) {
            case JsonEOFException _ -> "it ends before all that was opened is closed";
            case StreamConstraintsException deep
            when deep.getOriginalMessage().contains("nesting") -> "it is nested too deeply";
            case StreamConstraintsException _ -> "a number or text in it is too long";
            default -> said(fault.getOriginalMessage());
        };
    }

    private static String said(String message) {
        for (var words : WORDS) {
            var found = words.theirs().matcher(message);
            if (found.matches()) {
                return words.ours().replace("$1", shown(found.group(1)));
            }
        }
        return "this is not written as in JSON";
    }

    private static String shown(String word) {
        var storable = Input.isStorable(word) ? word : "?";
        return storable.length() <= LONGEST_WORD ? storable : storable.substring(0, LONGEST_WORD) + "\u2026";
    }
}
