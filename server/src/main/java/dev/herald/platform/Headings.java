package dev.herald.platform;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The columns of a CSV file by their headings: named by whoever sends it, or guessed from words in several languages. */
public record Headings(List<String> texts) {

    /** The place of a column that is not there. */
    public static final int ABSENT = -1;

    private static final int MOST_SHOWN = 20;
    private static final int LONGEST_SHOWN = 60;
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    public Headings {
        texts = List.copyOf(texts);
    }

    /**
     * The place of a column.
     *
     * @param named its heading; "" says that there is none, and an absent one is guessed
     * @param words what such a column may be called, the surest first: {@link #words}
     */
    public int place(@Nullable String named, List<String> words) {
        return named == null ? guessed(words) : named.isBlank() ? ABSENT : place(named);
    }

    /** The headings' own words, as {@link #place} compares them: letters and digits, without case and accents. */
    public static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private int guessed(List<String> words) {
        var plain = texts.stream().map(Headings::plain).toList();
        return words.stream()
                .mapToInt(plain::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(ABSENT);
    }

    private int place(String named) {
        var exact = texts.indexOf(named.strip());
        var place = exact >= 0
                ? exact
                : texts.stream().map(Headings::plain).toList().indexOf(plain(named));
        if (place < 0) {
            throw CsvFile.refused("No column is called “" + cut(named) + "”. The columns are: " + shown() + ".");
        }
        return place;
    }

    /** The headings, for a sentence. */
    public String shown() {
        return String.join(
                ", ", texts.stream().limit(MOST_SHOWN).map(Headings::cut).toList());
    }

    /** Letters and digits only, lower case, without accents: Gültig bis is gultigbis. */
    private static String plain(String heading) {
        var apart = Normalizer.normalize(heading, Form.NFKD).toLowerCase(Locale.ROOT);
        return NEITHER_LETTER_NOR_DIGIT.matcher(apart.replaceAll("\\p{M}", "")).replaceAll("");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
