package dev.herald.console;

import java.util.List;

/**
 * Who responds, or which ambassadors do, and how sure that is.
 *
 * @param id of the card in the page
 * @param explained what is compared with what
 * @param lines the groups that stand out; if there are none, {@code nothing} says why
 * @param further how many groups stand out besides those shown; "" if none
 * @param missing what the shop could tell and does not; "" if it tells everything
 * @param reckoned how it is reckoned, in sentences
 * @param file where every group compared can be had; "" if there is none
 */
public record AudienceCard(
        String id,
        String title,
        String explained,
        List<Line> lines,
        String nothing,
        String further,
        String missing,
        List<String> reckoned,
        String file) {

    public AudienceCard {
        lines = List.copyOf(lines);
        reckoned = List.copyOf(reckoned);
    }

    /**
     * A group.
     *
     * @param times how much more or less likely it is here
     * @param more whether it is more
     * @param here its share in percent of the longest bar; {@code there} the same elsewhere
     * @param shares both in words
     * @param count how many there are here, with the noun
     */
    public record Line(
            String name, String times, boolean more, double here, double there, String shares, String count) {}
}
