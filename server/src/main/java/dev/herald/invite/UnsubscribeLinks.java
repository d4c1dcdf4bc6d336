package dev.herald.invite;

import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * The addresses that end mail to somebody. They hold whom they are of and the brand's keyed hash of that, so that nothing
 * has to be kept, they work for ever, and nobody can make one up.
 */
final class UnsubscribeLinks {

    private static final int SEAL = 16;
    private static final int LENGTH = 8 + 8 + SEAL;

    /** Whose link it is. */
    record Subject(Brand brand, AmbassadorId ambassador) {}

    private final Access access;

    UnsubscribeLinks(Access access) {
        this.access = access;
    }

    static String token(Brand brand, AmbassadorId ambassador) {
        var bytes = ByteBuffer.allocate(LENGTH)
                .putLong(brand.id().value())
                .putLong(ambassador.value())
                .put(seal(brand, ambassador));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    Optional<Subject> read(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException rubbish) {
            return Optional.empty();
        }
        if (bytes.length != LENGTH) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes);
        var brand = access.brand(new BrandId(buffer.getLong()));
        var ambassador = new AmbassadorId(buffer.getLong());
        var seal = new byte[SEAL];
        buffer.get(seal);
        return brand.filter(one -> MessageDigest.isEqual(seal, seal(one, ambassador)))
                .map(one -> new Subject(one, ambassador));
    }

    private static byte[] seal(Brand brand, AmbassadorId ambassador) {
        return brand.secret().hash("unsubscribe", ambassador.toString()).bytes();
    }
}
