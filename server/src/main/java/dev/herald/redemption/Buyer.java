package dev.herald.redemption;

import dev.herald.access.KeyedHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customer of an order, as far as the shop names him.
 *
 * @param identities keyed hashes of his id, e-mail and phone, whichever were given, sorted; empty for a guest
 */
public record Buyer(
        List<KeyedHash> identities,
        @Nullable String region,
        @Nullable String ageBand,
        List<String> tags) {

    public static final Buyer GUEST = new Buyer(List.of(), null, null, List.of());

    public Buyer {
        identities = identities.stream().distinct().sorted().toList();
        tags = List.copyOf(tags);
    }
}
