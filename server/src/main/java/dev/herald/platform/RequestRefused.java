package dev.herald.platform;

/**
 * Ends a request that cannot be carried out as it stands; the HTTP server answers with the problem.
 *
 * <p>The one exception that is not a bug: reading a request has dozens of ways to fail, and each ends the same way.
 */
public final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public RequestRefused(Problem problem) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public RequestRefused(int status, String code, String detail) {
        this(new Problem(status, code, detail));
    }

    public Problem problem() {
        return problem;
    }

    /** Another brand's thing and a thing that never was look the same. */
    public static RequestRefused notFound(String what) {
        return new RequestRefused(404, "not_found", "There is no such " + what + ".");
    }
}
