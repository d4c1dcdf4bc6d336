package dev.herald.access;

import dev.herald.platform.Answer;
import dev.herald.platform.Download;
import dev.herald.platform.EventStream;
import dev.herald.platform.HttpServer;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.platform.Unavailable;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Stands before every API route: who calls, may he, and has he asked exactly this before? */
public final class Gate {

    /** A request whose body was read and whose sender is known. */
    public record Call(Caller caller, ServerRequest request, byte[] body) {

        public BrandId brand() {
            return caller.brandId();
        }
    }

    private static final Answer BEGUN = new Answer(200, "", new byte[0], Map.of());

    private final Access access;
    private final Idempotency idempotency;
    private final RequestLog log;

    public Gate(Access access, Idempotency idempotency, RequestLog log) {
        this.access = access;
        this.idempotency = idempotency;
        this.log = log;
    }

    /** A route that changes nothing. */
    public Handler reads(Scope needed, BiFunction<Caller, ServerRequest, Answer> route) {
        return HttpServer.handler(request -> admitted(request, needed, caller -> route.apply(caller, request)));
    }

    /** A route that goes on telling what changes. */
    public Handler streams(Scope needed, BiFunction<Caller, ServerRequest, Consumer<EventStream>> route) {
        return HttpServer.streams(request -> begun(request, needed, route));
    }

    /** A route that answers with a file. */
    public Handler downloads(Scope needed, BiFunction<Caller, ServerRequest, Download> route) {
        return HttpServer.downloads(request -> begun(request, needed, route));
    }

    /** A route that changes something after a file; with an Idempotency-Key as {@link #changes}. */
    public Handler uploads(Scope needed, Function<Call, Answer> route) {
        return HttpServer.handler(request -> admitted(request, needed, caller -> {
            var call = new Call(caller, request, Requests.file(request));
            return idempotency.once(call, () -> route.apply(call));
        }));
    }

    /** A route that changes something; with an Idempotency-Key, what it does and its answer are kept together. */
    public Handler changes(Scope needed, Function<Call, Answer> route) {
        return HttpServer.handler(request -> admitted(request, needed, caller -> {
            var call = new Call(caller, request, Requests.body(request));
            return idempotency.once(call, () -> route.apply(call));
        }));
    }

    /** A route that keeps the promise of idempotency by itself. */
    public Handler changesByItself(Scope needed, Function<Call, Answer> route) {
        return HttpServer.handler(request ->
                admitted(request, needed, caller -> route.apply(new Call(caller, request, Requests.body(request)))));
    }

    private Answer admitted(ServerRequest request, Scope needed, Function<Caller, Answer> route) {
        return noted(request, needed, route, log::answered);
    }

    /** What goes on after its beginning is noted when it begins. */
    private <T> T begun(ServerRequest request, Scope needed, BiFunction<Caller, ServerRequest, T> route) {
        return noted(request, needed, caller -> route.apply(caller, request), (asked, _) -> log.answered(asked, BEGUN));
    }

    private <T> T noted(
            ServerRequest request, Scope needed, Function<Caller, T> route, BiConsumer<RequestLog.Asked, T> note) {
        var began = System.nanoTime();
        var caller = known(request);
        var asked = new RequestLog.Asked(
                caller,
                request.prologue().method().text(),
                request.prologue().uriPath().path(),
                request.headers().first(Idempotency.KEY).orElse(""),
                began);
        try {
            if (!caller.scope().allows(needed)) {
                throw new RequestRefused(403, "scope_missing", "This key may not do that: it needs the scope admin.");
            }
            var answer = route.apply(caller);
            note.accept(asked, answer);
            return answer;
        } catch (RequestRefused refused) {
            log.refused(asked, refused);
            throw refused;
        } catch (Unavailable away) {
            log.refused(asked, new RequestRefused(503, "unavailable", away.detail()));
            throw away;
        } catch (RuntimeException fault) {
            log.broke(asked);
            throw fault;
        }
    }

    private Caller known(ServerRequest request) {
        var header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new RequestRefused(
                    401, "key_missing", "Send your secret key in the header Authorization: Bearer sk_….");
        }
        return access.caller(header.substring(7).trim())
                .orElseThrow(() -> new RequestRefused(401, "key_invalid", "This key is unknown or was revoked."));
    }
}
