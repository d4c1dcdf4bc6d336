package dev.herald.platform;

import java.util.List;

/**
 * An error as RFC 9457 describes it, with a stable machine-readable code.
 *
 * @param errors what is wrong where, for input errors; else empty
 */
public record Problem(int status, String code, String detail, List<Violation> errors) {

    /**
     * One fault in a request body.
     *
     * @param pointer a JSON pointer (RFC 6901) into the body
     */
    public record Violation(String pointer, String detail) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    public Problem(int status, String code, String detail) {
        this(status, code, detail, List.of());
    }

    /** The title that goes with the status: the same for every occurrence. */
    String title() {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 408 -> "Request timeout";
            case 409 -> "Conflict";
            case 413 -> "Content too large";
            case 414 -> "URI too long";
            case 415 -> "Unsupported media type";
            case 422 -> "Unprocessable content";
            case 429 -> "Too many requests";
            case 431 -> "Request header fields too large";
            case 503 -> "Service unavailable";
            default -> status < 500 ? "Bad request" : "Internal error";
        };
    }
}
