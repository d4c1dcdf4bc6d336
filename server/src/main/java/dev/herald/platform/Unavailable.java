package dev.herald.platform;

/** The database cannot be reached, or too much is waiting: try again later. Nothing was decided. */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String detail;

    public Unavailable(String detail) {
        super(detail, null, false, false);
        this.detail = detail;
    }

    public String detail() {
        return detail;
    }
}
