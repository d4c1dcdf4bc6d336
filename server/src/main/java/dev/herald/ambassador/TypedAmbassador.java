package dev.herald.ambassador;

import dev.herald.platform.Input;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ambassador as somebody typed him, into a form or a row of a file. Pure.
 *
 * @param followers absent if nothing was said
 * @param faults what cannot be so, by field; the rest may be used only if there are none
 */
public record TypedAmbassador(
        String name,
        @Nullable String email,
        @Nullable String handle,
        @Nullable Long followers,
        List<String> channels,
        List<String> tags,
        Map<String, String> faults) {

    /** The fields that are read. */
    public static final List<String> FIELDS = List.of("name", "email", "handle", "followers", "channels", "tags");

    private static final Pattern SEPARATORS = Pattern.compile("[,;|/\\n]+");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}([.,][0-9]{3})+");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,13}");
    private static final Pattern SHORT = Pattern.compile("([0-9]{1,6}(?:[.,][0-9]{1,3})?)(k|tsd|m|mio)");

    public TypedAmbassador {
        channels = List.copyOf(channels);
        tags = List.copyOf(tags);
        faults = Map.copyOf(faults);
    }

    /** @param typed the text of each of {@link #FIELDS}; "" where there is none */
    public static TypedAmbassador read(UnaryOperator<String> typed) {
        var faults = new LinkedHashMap<String, String>();
        for (var field : FIELDS) {
            var fault = Input.isStorable(typed.apply(field))
                    ? fault(field, typed.apply(field))
                    : "Control characters have no business here.";
            if (!fault.isEmpty()) {
                faults.put(field, fault);
            }
        }
        var followers = count(typed.apply("followers"));
        return new TypedAmbassador(
                typed.apply("name"),
                orAbsent(typed.apply("email")),
                orAbsent(typed.apply("handle")),
                followers.isPresent() ? followers.getAsLong() : null,
                labels(typed.apply("channels")),
                labels(typed.apply("tags")),
                faults);
    }

    /** Why a row as a whole cannot be taken, or "". */
    String fault() {
        return FIELDS.stream()
                .map(faults::get)
                .filter(fault -> fault != null)
                .findFirst()
                .orElse("");
    }

    /** Somebody new. */
    public AmbassadorDraft draft() {
        return new AmbassadorDraft(
                name, email, handle, followers == null ? Ambassador.USUAL_AUDIENCE : followers, channels, tags);
    }

    private static String fault(String field, String text) {
        return switch (field) {
            case "name" ->
                text.isEmpty() ? "The name is missing." : tooLong("name", text, AmbassadorInput.LONGEST_NAME);
            case "email" ->
                text.isEmpty() || (text.length() <= AmbassadorInput.LONGEST_EMAIL && AmbassadorInput.isEmail(text))
                        ? ""
                        : "“" + cut(text) + "” is no e-mail address.";
            case "handle" -> tooLong("handle", text, AmbassadorInput.LONGEST_HANDLE);
            case "followers" ->
                text.isEmpty() || count(text).isPresent() ? "" : "“" + cut(text) + "” is no number of followers.";
            default -> labelFault(field, labels(text));
        };
    }

    private static String tooLong(String what, String text, int most) {
        return text.length() > most ? "The " + what + " is longer than " + most + " characters." : "";
    }

    private static String labelFault(String what, List<String> labels) {
        return labels.size() > AmbassadorInput.MOST_LABELS
                        || labels.stream().anyMatch(label -> label.length() > AmbassadorInput.LONGEST_LABEL)
                ? "There are at most " + AmbassadorInput.MOST_LABELS + " " + what + " of up to "
                        + AmbassadorInput.LONGEST_LABEL + " characters."
                : "";
    }

    /** A number as people write it: 12500, 12,500, 12.500, 12 500, 12.5k, 1,2 Mio. */
    static OptionalLong count(String text) {
        var plain = text.toLowerCase(Locale.ROOT).replaceAll("[\\s\u00a0\u202f'’]", "");
        var bare = plain.replaceFirst("(?<=[a-z])\\.$", "");
        if (WHOLE.matcher(bare).matches()) {
            return inBounds(new BigDecimal(bare));
        }
        if (GROUPED.matcher(bare).matches()) {
            return inBounds(new BigDecimal(bare.replaceAll("[.,]", "")));
        }
        var brief = SHORT.matcher(bare);
        return brief.matches()
                ? inBounds(new BigDecimal(brief.group(1).replace(',', '.'))
                        .movePointRight(brief.group(2).startsWith("m") ? 6 : 3))
                : OptionalLong.empty();
    }

    private static OptionalLong inBounds(BigDecimal count) {
        return count.compareTo(BigDecimal.valueOf(AmbassadorInput.MOST_FOLLOWERS)) <= 0
                ? OptionalLong.of(count.longValue())
                : OptionalLong.empty();
    }

    /** Several in one text, each once whatever its case. */
    static List<String> labels(String text) {
        var labels = new LinkedHashMap<String, String>();
        Arrays.stream(SEPARATORS.split(text))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .forEach(label -> labels.putIfAbsent(label.toLowerCase(Locale.ROOT), label));
        return List.copyOf(labels.values());
    }

    private static @Nullable String orAbsent(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
