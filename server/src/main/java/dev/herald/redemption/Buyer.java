package dev.herald.redemption;

import dev.herald.access.BrandSecret;
import dev.herald.access.KeyedHash;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private static final int FEWEST_DIGITS = 4;

    public Buyer {
        identities = identities.stream().distinct().sorted().toList();
        tags = List.copyOf(tags);
    }

    /** Somebody of whom staff knows one thing: his e-mail address, his phone number or the shop's id of him. */
    public static Buyer knownBy(BrandSecret secret, String text) {
        var email = text.indexOf('@') > 0 ? text : null;
        var phone = text.matches("[+0-9 ()/.-]+") && isPhone(text) ? text : null;
        return new Buyer(identities(secret, text, email, phone), null, null, List.of());
    }

    /** Whether he gave this e-mail address; an ambassador who buys is recognised by it. */
    boolean has(BrandSecret secret, @Nullable String email) {
        return email != null && !identities.isEmpty() && identities.contains(email(secret, email));
    }

    static KeyedHash email(BrandSecret secret, String email) {
        return secret.hash("customer email", visible(email).toLowerCase(Locale.ROOT));
    }

    static boolean isPhone(String text) {
        return digits(text).length() >= FEWEST_DIGITS;
    }

    static List<KeyedHash> identities(
            BrandSecret secret, @Nullable String id, @Nullable String email, @Nullable String phone) {
        var identities = new ArrayList<KeyedHash>();
        if (id != null) {
            identities.add(secret.hash("customer id", visible(id)));
        }
        if (email != null) {
            identities.add(email(secret, email));
        }
        if (phone != null) {
            identities.add(secret.hash("customer phone", digits(phone)));
        }
        return identities;
    }

    /** 0049 and +49 are the same country. */
    private static String digits(String phone) {
        return visible(phone).replaceAll("[^0-9]", "").replaceFirst("^00", "");
    }

    /** What is left when invisible characters are gone, which would make one customer two. */
    private static String visible(String text) {
        if (isAscii(text)) {
            return text.strip();
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .strip();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 126) {
                return false;
            }
        }
        return true;
    }
}
