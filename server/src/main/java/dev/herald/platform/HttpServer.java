package dev.herald.platform;

import io.helidon.common.context.Context;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Method;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.sse.SseSink;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: limits, and one place where whatever went wrong becomes a problem document. */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    /** Problems after which the rest of the body is still on its way. */
    private static final Set<String> HALF_READ = Set.of("body_too_large", "request_timeout", "body_incomplete");

    /** Known to every request of a server, so that answers that go on can end with it. */
    private static final class Lifetime {
        private volatile boolean ends;
    }

    private final WebServer server;
    private final Lifetime lifetime;

    private HttpServer(WebServer server, Lifetime lifetime) {
        this.server = server;
        this.lifetime = lifetime;
    }

    /** Listens at once; port 0 takes any free one. Throws UncheckedIOException if the port is taken. */
    public static HttpServer start(String host, int port, List<? extends HttpService> services) {
        var routing = HttpRouting.builder();
        services.forEach(service -> routing.register(() -> service));
        routing.any(handler(new KnownRoutes(services)::refusal));
        routing.error(Throwable.class, (request, response, fault) -> send(request, response, answerTo(fault, request)));
        var lifetime = new Lifetime();
        var context = Context.create();
        context.register(lifetime);
        var server = WebServer.builder()
                .serverContext(context)
                .host(host)
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofSeconds(5))
                .backlog(4096)
                .connectionOptions(socket -> socket.tcpNoDelay(true))
                .idleConnectionTimeout(Duration.ofMinutes(1))
                .idleConnectionPeriod(Duration.ofSeconds(15))
                .maxConcurrentRequests(10_000)
                // Also where nobody reads the body: the library takes a whole chunk into memory, to read it or to skip
                // it. The library knows one size for all addresses.
                .maxPayloadSize(Requests.MAX_HEARD_OUT)
                .addProtocol(Http1Config.builder()
                        .maxPrologueLength(8192)
                        .maxHeadersSize(16_384)
                        .build())
                .directHandlers(HttpServer::refusals)
                .routing(routing)
                .build();
        return new HttpServer(server.start(), lifetime);
    }

    public int port() {
        return server.port();
    }

    /** Takes no new requests and lets those under way end. */
    @Override
    public void close() {
        lifetime.ends = true;
        server.stop();
    }

    /** Makes a handler of a function from request to answer. */
    public static Handler handler(Function<ServerRequest, Answer> route) {
        return (request, response) -> {
            var answer = answer(route, request);
            send(request, response, answer);
            if (isLast(request, answer)) {
                if (answer.status() == 413) {
                    Requests.hearOut(request);
                }
                // The header alone would leave the socket open, and the unread rest of a body would be the next
                // request.
                throw new CloseConnectionException("Closed after the answer");
            }
        };
    }

    /** Makes a handler of a function from request to what tells a stream of events; it refuses before the first. */
    public static Handler streams(Function<ServerRequest, Consumer<EventStream>> route) {
        return begun(route, HttpServer::tell);
    }

    /** Makes a handler of a function from request to file; it refuses before the first byte. */
    public static Handler downloads(Function<ServerRequest, Download> route) {
        return begun(route, Download::send);
    }

    /** What is sent piece by piece. */
    @FunctionalInterface
    private interface Sending<T> {

        void send(T what, ServerRequest request, ServerResponse response);
    }

    private static <T> Handler begun(Function<ServerRequest, T> route, Sending<T> sending) {
        return (request, response) -> {
            T what;
            try {
                what = route.apply(request);
            } catch (RuntimeException fault) {
                send(request, response, answerTo(fault, request));
                return;
            }
            sending.send(what, request, response);
        };
    }

    /** After the first event there is no other answer: whatever goes wrong ends the connection. */
    private static void tell(Consumer<EventStream> teller, ServerRequest request, ServerResponse response) {
        var lifetime = request.context().get(Lifetime.class).orElseThrow();
        try (var stream = new EventStream(response.sink(SseSink.TYPE), () -> lifetime.ends)) {
            teller.accept(stream);
        } catch (EventStream.Gone gone) {
            throw new CloseConnectionException("The client went away", gone);
        } catch (RuntimeException fault) {
            LOG.error("Stream of {} broke off", request.prologue().uriPath().path(), fault);
            throw new CloseConnectionException("Broken off", fault);
        }
    }

    private static Answer answer(Function<ServerRequest, Answer> route, ServerRequest request) {
        try {
            return route.apply(request);
        } catch (RuntimeException fault) {
            return answerTo(fault, request);
        }
    }

    private static boolean isLast(ServerRequest request, Answer answer) {
        return answer.headers().containsKey("Connection")
                || request.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
    }

    private static void send(ServerRequest request, ServerResponse response, Answer answer) {
        response.status(Status.create(answer.status()));
        if (!answer.contentType().isEmpty()) {
            response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, answer.contentType()));
        }
        answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        // The body of an answer to HEAD would be taken for the next answer.
        response.send(request.prologue().method().equals(Method.HEAD) ? new byte[0] : answer.body());
    }

    private static Answer answerTo(Throwable fault, ServerRequest request) {
        return switch (fault) {
            case RequestRefused refused -> unread(refused.problem());
            case Unavailable unavailable -> away(unavailable.detail());
            case ConnectionException lost -> {
                LOG.warn("Database not reachable: {}", lost.getMessage());
                yield away("The database cannot be reached just now. Try again.");
            }
            case HttpException refused
            when refused.status().code() < 500 ->
                Answer.problem(problem(refused.status().code()));
            case UncheckedIOException cut -> Answer.problem(problem(400)).with("Connection", "close");
            default -> broken(fault, request);
        };
    }

    /** A body that was refused half-read cannot be skipped: the connection ends with the answer. */
    private static Answer unread(Problem problem) {
        var answer = Answer.problem(problem);
        return HALF_READ.contains(problem.code()) ? answer.with("Connection", "close") : answer;
    }

    private static Answer away(String detail) {
        return Answer.problem(new Problem(503, "unavailable", detail)).with("Retry-After", "1");
    }

    private static Answer broken(Throwable fault, ServerRequest request) {
        var incident = Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
        LOG.error(
                "Incident {} at {} {}",
                incident,
                request.prologue().method(),
                request.prologue().uriPath().path(),
                fault);
        return Answer.problem(new Problem(
                500,
                "internal_error",
                "Something broke on our side. Quote incident " + incident + " to the operator."));
    }

    /** Refusals of the HTTP library itself, which never reach a route. */
    private static void refusals(DirectHandlers.Builder handlers) {
        for (var event : DirectHandler.EventType.values()) {
            handlers.addHandler(event, new ProblemRefusal());
        }
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 404 -> new Problem(404, "not_found", "There is nothing at this address.");
            case 413 -> new Problem(413, "body_too_large", "The body is larger than 10 MB. Send it in smaller parts.");
            case 414 -> new Problem(414, "uri_too_long", "The address is longer than 8,192 bytes.");
            case 431 -> new Problem(431, "headers_too_large", "The headers are larger than 16,384 bytes.");
            default ->
                new Problem(
                        status,
                        "bad_request",
                        "This is not a request that can be read. Check its address and headers.");
        };
    }

    /** An unreadable request is the sender's fault, whatever the library takes it for; too many at once are not. */
    private static Answer answerTo(DirectHandler.EventType event, int status) {
        if (status == 503) {
            return away("Too many requests are under way. Try again in a second.");
        }
        return Answer.problem(problem(event == DirectHandler.EventType.INTERNAL_ERROR || status >= 500 ? 400 : status));
    }

    /** Answers as a problem what the library refuses while it reads the request line, headers or body. */
    private static final class ProblemRefusal implements DirectHandler {

        @Override
        public TransportResponse handle(
                TransportRequest request,
                EventType event,
                Status status,
                ServerResponseHeaders headers,
                String message) {
            var answer = answerTo(event, status.code());
            return TransportResponse.builder()
                    .status(Status.create(answer.status()))
                    .headers(headers)
                    .header(HeaderNames.CONTENT_TYPE, answer.contentType())
                    .keepAlive(false)
                    .entity(answer.body())
                    .build();
        }
    }
}
