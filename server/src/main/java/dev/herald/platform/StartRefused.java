package dev.herald.platform;

/** Herald cannot start as asked; the message is one line that says what to do. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }
}
