package dev.herald.share;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills captions, and says what is wrong with one before it is saved. Pure; nothing is escaped, because it is text. */
final class CaptionRules {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(code|offer|brand|name|link|until)}");
    private static final Pattern BRACED = Pattern.compile("\\{[^{}]*}|[{}]");
    private static final String KNOWN = "{code}, {offer}, {brand}, {name}, {link} and {until}";

    /** They can show a text in another order than it is read, and so hide the disclosure or change the code. */
    private static final Pattern DIRECTIONS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern TAG = Pattern.compile("#?[\\p{L}\\p{M}\\p{N}_]+(?: [\\p{L}\\p{M}\\p{N}_]+){0,3}");
    private static final int LONGEST_TAG = 40;

    private CaptionRules() {}

    /** The text as it can be posted; the tags are in it whatever the template says. */
    static String fill(CaptionTemplate template, CaptionValues values, List<String> tags) {
        var filled = PLACEHOLDER
                .matcher(template.text())
                .replaceAll(place -> quoted(value(place.group(1), values)))
                .replaceAll("[ \\t]+(?=\\n|$)", "")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
        var missing =
                tags.stream().filter(tag -> !discloses(template.text(), tag)).toList();
        if (missing.isEmpty()) {
            return filled;
        }
        return filled + (filled.contains("\n") ? "\n\n" : " ") + String.join(" ", missing);
    }

    /** Why a template cannot be saved, and what to do; empty if it can. */
    static Optional<String> objection(CaptionTemplate template, CaptionValues values, List<String> tags) {
        var unknown = unknown(template.text());
        if (!unknown.isEmpty()) {
            return Optional.of("has " + String.join(", ", unknown) + ", which is not known here. Use " + KNOWN
                    + ", and no other braces.");
        }
        if (!template.text().contains("{code}") && !template.text().contains("{link}")) {
            return Optional.of("names no code. Write {code} where each ambassador's own code shall stand, or {link}.");
        }
        if (DIRECTIONS.matcher(template.text()).find()) {
            return Optional.of("has invisible signs that turn the direction of writing. Type it anew.");
        }
        if (template.platform() == Platform.YOUTUBE && template.text().matches("(?s).*[<>].*")) {
            return Optional.of("has < or >, which YouTube takes in no description. Leave them out.");
        }
        return tooLong(template, values, tags);
    }

    /** Why a text is no disclosure; empty if it is one. */
    static Optional<String> objection(String tag) {
        return TAG.matcher(tag).matches() && tag.length() <= LONGEST_TAG
                ? Optional.empty()
                : Optional.of("must be one hashtag such as #Werbung, or up to four words, of at most " + LONGEST_TAG
                        + " letters.");
    }

    private static Optional<String> tooLong(CaptionTemplate template, CaptionValues values, List<String> tags) {
        var platform = template.platform();
        var most = platform.length(fill(template, values.longest(), tags));
        return most <= platform.limit()
                ? Optional.empty()
                : Optional.of(("can get %,d characters long with the longest code, name and link; %s takes %,d. "
                                + "Make it %,d shorter.")
                        .formatted(most, platform.label(), platform.limit(), most - platform.limit()));
    }

    private static Set<String> unknown(String text) {
        var unknown = new TreeSet<String>();
        BRACED.matcher(PLACEHOLDER.matcher(text).replaceAll(""))
                .results()
                .forEach(braced -> unknown.add(
                        braced.group().length() <= 40
                                ? braced.group()
                                : braced.group().substring(0, 40) + "…"));
        return unknown;
    }

    /** As a word of its own: #adventure is no disclosure. */
    private static boolean discloses(String text, String tag) {
        var word = Pattern.compile(
                "(?<![^\\s(])" + Pattern.quote(tag) + "(?![\\p{L}\\p{M}\\p{N}_{\\p{Cf}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return word.matcher(text).find();
    }

    private static String value(String placeholder, CaptionValues values) {
        return switch (placeholder) {
            case "code" -> values.code();
            case "offer" -> values.offer();
            case "brand" -> values.brand();
            case "name" -> cut(values.name());
            case "link" -> values.link();
            case "until" -> values.until();
            default -> throw new IllegalArgumentException("No placeholder is called " + placeholder);
        };
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= CaptionValues.LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, CaptionValues.LONGEST_NAME - 1))
                                .strip() + "…";
    }

    /** On one line, and with nothing that the replacement would take for a group of its own. */
    private static String quoted(String value) {
        return Matcher.quoteReplacement(value.replaceAll("[\\s\\p{Cc}]+", " "));
    }
}
