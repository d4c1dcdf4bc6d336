package dev.herald.platform;

import io.helidon.common.parameters.Parameters;
import io.helidon.common.uri.UriQuery;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What routes read from a request besides its JSON. */
public final class Requests {

    /** The largest body accepted, in bytes. */
    public static final int MAX_BODY = 1_000_000;

    /** The largest file accepted, where one is expected. */
    public static final int MAX_FILE = 10_000_000;

    /** The longest a body may take to arrive, however steadily it drips. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration PATIENCE_WITH_FILES = Duration.ofMinutes(2);

    /** The largest body of which the part that is refused is still taken from the sender. */
    static final int MAX_HEARD_OUT = 4 * MAX_FILE;

    /** The longest that takes; a sender who reads his answer hangs up before. */
    private static final Duration PATIENCE_AFTER_REFUSAL = Duration.ofSeconds(5);

    private static final Executor READERS = Executors.newVirtualThreadPerTaskExecutor();

    private Requests() {}

    /** The whole body; 413 past {@link #MAX_BODY}, with a length or chunked, and 408 if it does not arrive in time. */
    public static byte[] body(ServerRequest request) {
        return body(request, MAX_BODY, PATIENCE);
    }

    /** The same of a file of up to {@link #MAX_FILE}. */
    public static byte[] file(ServerRequest request) {
        return body(request, MAX_FILE, PATIENCE_WITH_FILES);
    }

    private static byte[] body(ServerRequest request, int most, Duration patience) {
        request.headers().contentLength().ifPresent(length -> {
            if (length > most) {
                throw tooLarge(most);
            }
        });
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        // The socket has no read timeout, so another thread reads: whoever waits can answer when nothing comes.
        var arrival = CompletableFuture.supplyAsync(() -> arriving(request, most), READERS);
        try {
            return arrival.get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new RequestRefused(408, "request_timeout", "The body did not arrive in time.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cutShort();
        } catch (ExecutionException e) {
            throw refusal(e.getCause(), most);
        }
    }

    /**
     * Drops what is left of a refused body. A socket closed with bytes unread is reset, and that may take the answer
     * from a sender who is still writing.
     */
    static void hearOut(ServerRequest request) {
        var rest = CompletableFuture.runAsync(
                () -> {
                    try {
                        request.content().inputStream().skip(MAX_HEARD_OUT);
                    } catch (IOException | RuntimeException e) {
                        // The sender is gone, or never meant it.
                    }
                },
                READERS);
        try {
            rest.get(PATIENCE_AFTER_REFUSAL.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // He has been heard long enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The library has a dozen exceptions for a body that ends early or is chunked wrongly. */
    private static RequestRefused refusal(@Nullable Throwable fault, int most) {
        return switch (fault) {
            case RequestRefused refused -> refused;
            case RequestException tooLarge when tooLarge.status().code() == 413 -> tooLarge(most);
            case null, default -> cutShort();
        };
    }

    private static byte[] arriving(ServerRequest request, int most) {
        try {
            // Not closed when it fails: closing would wait once more for what does not come.
            var in = request.content().inputStream();
            var announced = request.headers().contentLength();
            var body = in.readNBytes(announced.isPresent() ? (int) announced.getAsLong() : most + 1);
            if (body.length > most) {
                throw tooLarge(most);
            }
            return body;
        } catch (IOException e) {
            throw cutShort();
        }
    }

    /** The id in a path, or 404: a text that cannot be an id names nothing. */
    public static long id(ServerRequest request, String parameter, String prefix, String what) {
        return Ids.parse(prefix, request.path().pathParameters().get(parameter))
                .orElseThrow(() -> RequestRefused.notFound(what));
    }

    /** The month in a path such as 2026-11, or 404. */
    public static YearMonth month(ServerRequest request, String parameter) {
        var text = request.path().pathParameters().get(parameter);
        if (!text.matches("(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])")) {
            throw RequestRefused.notFound("month");
        }
        return YearMonth.parse(text);
    }

    /** The page a list was asked for; {@code after} is the id of the last row of the page before. */
    public static Page page(ServerRequest request, String prefix) {
        var after = OptionalLong.empty();
        if (request.query().contains("after")) {
            after = Ids.parse(prefix, request.query().get("after"));
            if (after.isEmpty()) {
                throw new RequestRefused(422, "invalid_request", "after must be the next of an earlier answer.");
            }
        }
        return new Page(limit(request), after.orElse(Long.MAX_VALUE));
    }

    private static int limit(ServerRequest request) {
        if (!request.query().contains("limit")) {
            return Page.DEFAULT;
        }
        var text = request.query().get("limit");
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > Page.MOST) {
            throw new RequestRefused(
                    422, "invalid_request", "limit must be a whole number from 1 to " + Page.MOST + ".");
        }
        return Integer.parseInt(text);
    }

    /** The value of a query parameter that has to be one of a few; the first if it is absent. */
    public static String choice(ServerRequest request, String name, List<String> choices) {
        var chosen = request.query().contains(name) ? request.query().get(name) : choices.getFirst();
        if (!choices.contains(chosen)) {
            throw new RequestRefused(
                    422, "invalid_request", name + " must be one of: " + String.join(", ", choices) + ".");
        }
        return chosen;
    }

    /** The value of a header, or "" if it is absent. */
    public static String header(ServerRequest request, String name) {
        return request.headers().first(HeaderNames.create(name)).orElse("");
    }

    /** The value of a cookie, or "" if it is absent. */
    public static String cookie(ServerRequest request, String name) {
        return request.headers().cookies().first(name).orElse("");
    }

    /** Where the caller reached this server, such as {@code https://codes.example.com}, without a slash at the end. */
    public static String origin(ServerRequest request) {
        var secure = header(request, "X-Forwarded-Proto").equals("https");
        return (secure ? "https://" : "http://") + header(request, "Host");
    }

    /** Behind a proxy on the same machine the caller is whom the proxy names last; nobody else may say so. */
    public static String sender(ServerRequest request) {
        var peer = request.remotePeer().host();
        var forwarded = header(request, "X-Forwarded-For");
        var behindProxy = peer.equals("127.0.0.1") || peer.equals("0:0:0:0:0:0:0:1") || peer.equals("::1");
        return behindProxy && !forwarded.isEmpty()
                ? forwarded.substring(forwarded.lastIndexOf(',') + 1).strip()
                : peer;
    }

    /** The fields of a form sent by a browser. */
    public static Parameters form(ServerRequest request) {
        var text = new String(body(request), StandardCharsets.UTF_8);
        return UriQuery.create(text);
    }

    /** A form with files of up to {@link #MAX_FILE} in all. */
    public static Multipart upload(ServerRequest request) {
        return Multipart.read(header(request, "Content-Type"), file(request));
    }

    private static RequestRefused tooLarge(int most) {
        return new RequestRefused(
                413,
                "body_too_large",
                "The body is larger than " + most / 1_000_000 + " MB. Send it in smaller parts.");
    }

    private static RequestRefused cutShort() {
        return new RequestRefused(
                400, "body_incomplete", "The body ended before its announced length, or is chunked wrongly.");
    }
}
