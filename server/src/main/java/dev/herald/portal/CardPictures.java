package dev.herald.portal;

import java.awt.GraphicsEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws cards when they are first asked for, and keeps those asked for last. */
final class CardPictures {

    private static final Logger LOG = LoggerFactory.getLogger(CardPictures.class);

    private static final int MOST_KEPT = 100;

    private static final boolean CAN_WRITE = hasFonts();

    private final Map<Card, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Card, byte[]> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** Whether this machine has letters to write with; a small container may have none. */
    boolean canDraw() {
        return CAN_WRITE;
    }

    /** One at a time: a picture takes a tenth of a second of one processor, and redemptions come first. */
    synchronized Optional<byte[]> of(Card card) {
        return CAN_WRITE ? Optional.of(kept.computeIfAbsent(card, CardPicture::png)) : Optional.empty();
    }

    private static boolean hasFonts() {
        try {
            return GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length > 0;
        } catch (RuntimeException | LinkageError | InternalError e) {
            LOG.warn("No fonts on this machine, so links are shown without a picture: {}", e.getMessage());
            return false;
        }
    }
}
