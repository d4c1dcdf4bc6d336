package dev.herald.platform;

/** The database cannot be reached, or too much is waiting: try again later. Nothing was decided. */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unavailable(String message) {
        super(message, null, false, false);
    }
}
