package dev.herald.ambassador;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words by which ambassadors are found: without case, accents and signs. */
final class AmbassadorWords {

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_LABEL = 75;
    private static final int MOST_TYPED = 8;

    /** Sorts after every character that a word can go on with, whatever the alphabet. */
    private static final String LAST = Character.toString(0x10FFFF);

    /** Words from one up to, but without, another. */
    record Span(String from, String to) {}

    private AmbassadorWords() {}

    /** All words of somebody. */
    static Set<String> of(AmbassadorDraft draft) {
        return Stream.of(
                        Stream.of(draft.name(), absentAsEmpty(draft.email()), absentAsEmpty(draft.handle()))
                                .flatMap(text -> words(text).stream()),
                        draft.tags().stream().map(AmbassadorWords::tag),
                        draft.channels().stream().map(AmbassadorWords::channel))
                .flatMap(words -> words)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What has to be among somebody's words. */
    static List<Span> wanted(AmbassadorFilter filter) {
        return Stream.of(
                        words(filter.typed()).stream().limit(MOST_TYPED).map(word -> new Span(word, word + LAST)),
                        Stream.of(filter.tag()).filter(tag -> !tag.isBlank()).map(tag -> exactly(tag(tag))),
                        Stream.of(filter.channel())
                                .filter(channel -> !channel.isBlank())
                                .map(channel -> exactly(channel(channel))))
                .flatMap(spans -> spans)
                .toList();
    }

    /** Whether something was typed in which there is nothing to be found by, such as "?!". */
    static boolean saysNothing(String typed) {
        return !typed.isBlank() && words(typed).isEmpty();
    }

    static String tag(String tag) {
        return label("tag:", tag);
    }

    static String channel(String channel) {
        return label("on:", channel);
    }

    private static String label(String kind, String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT);
        return kind + cut(plain, LONGEST_LABEL);
    }

    private static Span exactly(String word) {
        return new Span(word, word + '\u0001');
    }

    private static List<String> words(String text) {
        var plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        return Arrays.stream(
                        NEITHER_LETTER_NOR_DIGIT.split(ACCENTS.matcher(plain).replaceAll("")))
                .filter(word -> !word.isEmpty())
                .map(word -> cut(word, LONGEST_WORD))
                .distinct()
                .toList();
    }

    /** Never between the halves of a character. */
    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    private static String absentAsEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
