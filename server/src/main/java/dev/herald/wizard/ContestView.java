package dev.herald.wizard;

import java.util.List;

/**
 * How a campaign's contest stands, in words.
 *
 * @param said what is so, a sentence each
 * @param ranked whether the rows have a place and redemptions; prizes that were given are told without
 * @param more how many others there are; "" if none
 * @param ready whether the prizes can be given now
 */
public record ContestView(List<String> said, boolean ranked, List<Row> rows, String more, boolean ready) {

    /** Somebody who would win, or has. */
    public record Row(String place, String name, String address, String redemptions, String prize) {}

    public ContestView {
        said = List.copyOf(said);
        rows = List.copyOf(rows);
    }
}
