package dev.herald.share;

import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.Input;
import dev.herald.platform.RequestRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A brand's own pictures, for its ambassadors to post: checked by their content, kept in the database. */
public final class BrandImages {

    /** The largest picture, in bytes. */
    public static final int LARGEST = 5_000_000;

    private static final long MOST_OF_A_BRAND = 50_000_000;
    private static final int TOKEN_BYTES = 18;
    private static final int LONGEST_NAME = 120;
    private static final int COARSE = 8;

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public BrandImages(Database db, Ids ids, InstantSource clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a browser is given. */
    record Content(String type, byte[] bytes) {}

    /** Newest first. */
    public List<BrandImage> of(BrandId brand) {
        return db.inBrand(brand.value(), tx -> new ImageStore(tx).list(brand));
    }

    /** The image, or a 404. */
    public BrandImage get(BrandId brand, BrandImage.Id id) {
        return db.inBrand(brand.value(), tx -> new ImageStore(tx).find(brand, id))
                .orElseThrow(() -> RequestRefused.notFound("image"));
    }

    /** Takes a picture in; one that is none, or too large, is refused with what to do. */
    public BrandImage add(BrandId brand, String name, byte[] content) {
        var kind = checked(content);
        var image = new BrandImage(
                brand,
                new BrandImage.Id(ids.next()),
                token(),
                shown(name),
                kind.contentType(),
                kind.width(),
                kind.height(),
                content.length,
                clock.instant());
        return db.inBrand(brand.value(), tx -> {
            var store = new ImageStore(tx);
            if (store.lockedSize(brand) + content.length > MOST_OF_A_BRAND) {
                throw refused(
                        "All images together are larger than 50 MB then. Delete one that is not needed any more.");
            }
            store.insert(image, content, clock.instant());
            return image;
        });
    }

    /** Whoever has the address gets nothing any more, as soon as caches forget it. */
    public void delete(BrandId brand, BrandImage.Id id) {
        if (db.inBrand(brand.value(), tx -> new ImageStore(tx).delete(brand, id)) == 0) {
            throw RequestRefused.notFound("image");
        }
    }

    Optional<Content> content(BrandId brand, String token) {
        return db.inBrand(brand.value(), tx -> new ImageStore(tx).content(brand, token));
    }

    private static ImageKind checked(byte[] content) {
        if (content.length > LARGEST) {
            throw refused("The image is larger than 5 MB. Save it smaller, for example as JPEG.");
        }
        var kind = ImageHeader.kind(content)
                .orElseThrow(() -> refused("This is no PNG, JPEG or WebP image. Save it as one of these."));
        if (ImageHeader.hasTooManyPixels(kind)) {
            throw refused("The image has more than 40 million pixels. Save it smaller.");
        }
        if (!kind.contentType().equals("image/webp") && !decodes(content)) {
            throw refused("The image is damaged: it cannot be shown. Save it anew.");
        }
        return kind;
    }

    /** The JDK reads no WebP; of that the head must do. Read coarsely, because only whether it can be read matters. */
    private static boolean decodes(byte[] content) {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return false;
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                var coarse = reader.getDefaultReadParam();
                coarse.setSourceSubsampling(COARSE, COARSE, 0, 0);
                return reader.read(0, coarse) != null;
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return false;
        }
    }

    /** The last part of a path, without what cannot be shown. */
    private static String shown(String name) {
        var last = name.replaceFirst("(?s).*[/\\\\]", "").strip();
        var clean = Input.isStorable(last) ? last.replaceAll("[\\p{Cc}\\p{Cf}]", "") : "";
        if (clean.isBlank()) {
            return "Image";
        }
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, clean.offsetByCodePoints(0, 100));
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static RequestRefused refused(String detail) {
        return new RequestRefused(422, "image_refused", detail);
    }
}
