package dev.herald.platform;

/** Why the embedded PostgreSQL cannot run, as one line that tells the operator what to do. */
public final class LaunchFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String line;

    LaunchFailure(String line) {
        super(line);
        this.line = line;
    }

    LaunchFailure(String line, Throwable cause) {
        super(line, cause);
        this.line = line;
    }

    public String line() {
        return line;
    }
}
