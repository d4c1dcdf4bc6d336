package dev.herald.share;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The length of a post as X counts it (twitter-text, configuration 3): a link is 23 whatever its length, an emoji 2, letters
 * of Latin, Greek, Cyrillic, Hebrew and Arabic script 1, all others 2.
 */
final class XLength {

    private static final int LINK = 23;
    private static final int WIDE = 2;

    private static final Pattern LINKS = Pattern.compile("(?i)https?://\\S*[^\\s.,;:!?)'\"»”]");

    /** X makes links of these if the end is a top-level domain, of which there are too many to keep a list. */
    private static final Pattern DOMAINS = Pattern.compile(
            "(?<![@\\p{L}\\p{N}.-])(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}{2,}(?:/\\S*)?");

    private static final Pattern CLUSTERS = Pattern.compile("\\X");

    private XLength() {}

    static int of(String text) {
        var links = LINKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC));
        var length = LINK * (int) links.results().count();
        var domains = DOMAINS.matcher(links.replaceAll(""));
        // Counted as a link or as letters, whichever is more: whoever is told that a text fits must not be wrong.
        length += domains.results()
                .mapToInt(domain -> Math.max(LINK, weight(domain.group())))
                .sum();
        return length + weight(domains.replaceAll(""));
    }

    private static int weight(String text) {
        return CLUSTERS.matcher(text)
                .results()
                .mapToInt(cluster -> isEmoji(cluster.group())
                        ? WIDE
                        : cluster.group().codePoints().map(XLength::weight).sum())
                .sum();
    }

    private static int weight(int letter) {
        var narrow = letter <= 0x10FF
                || (letter >= 0x2000 && letter <= 0x200D)
                || (letter >= 0x2010 && letter <= 0x201F)
                || (letter >= 0x2032 && letter <= 0x2037);
        return narrow ? 1 : WIDE;
    }

    private static boolean isEmoji(String cluster) {
        return cluster.codePoints()
                .anyMatch(letter -> Character.isExtendedPictographic(letter)
                        || (letter >= 0x1F1E6 && letter <= 0x1F1FF)
                        || letter == 0x20E3);
    }
}
