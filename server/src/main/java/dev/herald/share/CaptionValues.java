package dev.herald.share;

/**
 * What stands in a caption for its placeholders.
 *
 * @param offer within a sentence, such as "20% off"
 * @param name of whoever posts
 * @param link that leads to the shop, or "" if there is none
 * @param until when the campaign ends, in words
 */
public record CaptionValues(String code, String offer, String brand, String name, String link, String until) {

    static final int LONGEST_NAME = 40;

    /** Half of what a code can show at most, because nearly all of the rest would be hyphens. */
    private static final int LONGEST_CODE = 40;

    private static final int LONGEST_LINK = 200;

    /** The same campaign for whoever has the longest code, name and link. */
    CaptionValues longest() {
        var start = "https://";
        return new CaptionValues(
                "W".repeat(LONGEST_CODE),
                offer,
                brand,
                "W".repeat(LONGEST_NAME),
                start + "w".repeat(LONGEST_LINK - start.length()),
                until);
    }
}
