package dev.herald.attribution;

import java.util.Arrays;
import java.util.List;

/**
 * What is known of a campaign with a shared code. Hours count from its start.
 *
 * @param hours how long it has been watched
 */
record Observed(List<Poster> posters, List<Order> orders, double hours) {

    /** Nobody was clicked, or the buyer was not asked. */
    static final int UNKNOWN = -1;

    /** The buyer says that no ambassador told him. */
    static final int NOBODY = -2;

    Observed {
        posters = List.copyOf(posters);
        orders = List.copyOf(orders);
        if (hours <= 0) {
            throw new IllegalArgumentException("Nothing was watched: " + hours);
        }
    }

    /** The rate of the Gamma distribution of how many come by themselves in an hour. */
    double rateOfAlone() {
        return hours * (1 + Model.SHAPE_OF_ALONE / (Model.ALONE * Math.max(orders.size(), 1)));
    }

    /**
     * An ambassador.
     *
     * @param posts when he posted; none if that is not known
     */
    record Poster(double followers, double[] posts) {

        Poster {
            posts = posts.clone();
            Arrays.sort(posts);
        }

        boolean isSilent() {
            return posts.length == 0;
        }
    }

    /**
     * A redemption that stands.
     *
     * @param clicked whose link led to it, or unknown
     * @param told whom the buyer named, nobody, or unknown
     */
    record Order(double at, int clicked, int told) {}
}
