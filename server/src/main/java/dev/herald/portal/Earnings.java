package dev.herald.portal;

import dev.herald.portal.AmbassadorPage.Figure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an ambassador has earned, and how far it is to more.
 *
 * @param amounts earned, waiting, to be paid, paid; for each currency
 * @param rate what the next use earns; "" if this campaign promises nothing
 * @param goal the nearest tier or milestone; absent if there is none ahead
 */
public record Earnings(
        List<Figure> amounts, String rate, @Nullable Goal goal) {

    public Earnings {
        amounts = List.copyOf(amounts);
    }

    /**
     * Something to reach.
     *
     * @param said what it brings
     * @param far how far it is, in words
     * @param percent the same for a bar, 0 to 100
     */
    public record Goal(String said, String far, int percent) {}
}
