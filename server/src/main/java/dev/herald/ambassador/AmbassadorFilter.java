package dev.herald.ambassador;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which ambassadors are wanted.
 *
 * @param typed beginnings of words of their names, addresses and handles; "" for all
 * @param tag "" for all, as for {@code channel}
 * @param neverOpened only those who never saw the page of their magic link
 * @param removed those who were removed, instead of those who are there
 * @param among only some of these; absent for all
 */
public record AmbassadorFilter(
        String typed,
        String tag,
        String channel,
        boolean neverOpened,
        boolean removed,
        @Nullable List<AmbassadorId> among) {

    /** Everybody who is there. */
    public static final AmbassadorFilter ALL = new AmbassadorFilter("", "", "", false, false, null);

    /** How a list begins: with those who came last, or in the order of names. */
    public enum Order {
        NEWEST,
        NAME
    }

    public AmbassadorFilter {
        among = among == null ? null : List.copyOf(among);
    }

    /** Those whom the words, tag and channel tell. */
    public static AmbassadorFilter of(String typed, String tag, String channel) {
        return new AmbassadorFilter(typed, tag, channel, false, false, null);
    }
}
