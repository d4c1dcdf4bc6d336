package dev.herald.code;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Spells a name of any script in the letters A to Z, so that it can be typed at any checkout. */
final class LatinSpelling {

    private static final Pattern PLAIN = Pattern.compile("[A-Z0-9]*");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    /** These scripts leave out short vowels; a name without them can be neither read nor remembered. */
    private static final Map<String, String> VOWELLED = Map.ofEntries(
            Map.entry("محمد", "MOHAMED"),
            Map.entry("احمد", "AHMED"),
            Map.entry("محمود", "MAHMOUD"),
            Map.entry("مصطفى", "MUSTAFA"),
            Map.entry("علي", "ALI"),
            Map.entry("عمر", "OMAR"),
            Map.entry("حسن", "HASSAN"),
            Map.entry("حسين", "HUSSEIN"),
            Map.entry("خالد", "KHALED"),
            Map.entry("كريم", "KARIM"),
            Map.entry("يوسف", "YUSUF"),
            Map.entry("ابراهيم", "IBRAHIM"),
            Map.entry("عبدالله", "ABDULLAH"),
            Map.entry("فاطمة", "FATIMA"),
            Map.entry("عائشة", "AISHA"),
            Map.entry("مريم", "MARYAM"),
            Map.entry("زينب", "ZAINAB"),
            Map.entry("خديجة", "KHADIJA"),
            Map.entry("ليلى", "LAYLA"),
            Map.entry("سلمى", "SALMA"),
            Map.entry("سارة", "SARA"),
            Map.entry("نور", "NOUR"),
            Map.entry("هدى", "HUDA"),
            Map.entry("ياسمين", "YASMIN"),
            Map.entry("جمال", "JAMAL"),
            Map.entry("سامي", "SAMI"),
            Map.entry("رضا", "REZA"),
            Map.entry("زهرا", "ZAHRA"),
            Map.entry("امير", "AMIR"),
            Map.entry("דוד", "DAVID"),
            Map.entry("אברהם", "AVRAHAM"),
            Map.entry("יעקב", "YAAKOV"),
            Map.entry("יובל", "YUVAL"),
            Map.entry("מאיה", "MAYA"),
            Map.entry("משה", "MOSHE"),
            Map.entry("יוסף", "YOSEF"),
            Map.entry("נועה", "NOA"),
            Map.entry("מיכל", "MICHAL"),
            Map.entry("רחל", "RACHEL"),
            Map.entry("שרה", "SARAH"),
            Map.entry("תמר", "TAMAR"));

    private LatinSpelling() {}

    /** The words of a name, each in A to Z and digits; a hyphen or apostrophe does not part a word. */
    static List<String> words(String name) {
        return Stream.of(name.strip().split("[\\s\\p{Z}]+"))
                .flatMap(word -> words(word, NO_LETTER.matcher(word).replaceAll("")))
                .toList();
    }

    private static Stream<String> words(String word, String letters) {
        var folded = Spelling.canonical(letters).orElse("");
        if (PLAIN.matcher(folded).matches()) {
            return Stream.of(folded).filter(Predicate.not(String::isEmpty));
        }
        var arabic = folded.replace('ی', 'ي').replace('ک', 'ك'); // Persian and Urdu write these two in their own way.
        if (VOWELLED.containsKey(arabic)) {
            return Stream.of(VOWELLED.get(arabic));
        }
        // Some scripts write several words without a blank; their Latin spelling has one.
        return Stream.of(transliterated(word).split("\\s+"))
                .map(part -> NOT_PLAIN.matcher(part.toUpperCase(Locale.ROOT)).replaceAll(""))
                .filter(Predicate.not(String::isEmpty));
    }

    private static String transliterated(String word) {
        var script = CYRILLIC.matcher(word).find() ? Scripts.CYRILLIC : Scripts.ANY;
        return script.transliterate(word);
    }

    /** Loaded when the first such name comes along: most brands never need ICU's tables. */
    private static final class Scripts {
        static final Transliterator CYRILLIC = Transliterator.getInstance("Russian-Latin/BGN; Any-Latin; Latin-ASCII");
        static final Transliterator ANY = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }
}
