package dev.herald.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first.
 *
 * @param limit rows wanted, 1 to {@link #MOST}
 * @param before only rows with a smaller id; {@code Long.MAX_VALUE} for the first page
 */
public record Page(int limit, long before) {

    public static final int DEFAULT = 50;
    public static final int MOST = 1000;

    /** How many rows to ask the database for: one more tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    /** The answer to a list request. */
    public <T, V> Listing<V> listing(List<T> fetched, Function<T, V> view, Function<T, String> id) {
        var more = fetched.size() > limit;
        var rows = more ? fetched.subList(0, limit) : fetched;
        return new Listing<>(rows.stream().map(view).toList(), more, more ? id.apply(rows.getLast()) : null);
    }

    /**
     * A list as the API shows it.
     *
     * @param next what to send as {@code after} for the following page; absent on the last
     */
    public record Listing<V>(
            List<V> data, boolean hasMore, @Nullable String next) {

        public Listing {
            data = List.copyOf(data);
        }
    }
}
