package dev.herald.access;

import dev.herald.platform.Answer;
import dev.herald.platform.Download;
import dev.herald.platform.EventStream;
import dev.herald.platform.HttpServer;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
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

    private final Access access;
    private final Idempotency idempotency;

    public Gate(Access access, Idempotency idempotency) {
        this.access = access;
        this.idempotency = idempotency;
    }

    /** A route that changes nothing. */
    public Handler reads(Scope needed, BiFunction<Caller, ServerRequest, Answer> route) {
        return HttpServer.handler(request -> route.apply(admit(request, needed), request));
    }

    /** A route that goes on telling what changes. */
    public Handler streams(Scope needed, BiFunction<Caller, ServerRequest, Consumer<EventStream>> route) {
        return HttpServer.streams(request -> route.apply(admit(request, needed), request));
    }

    /** A route that answers with a file. */
    public Handler downloads(Scope needed, BiFunction<Caller, ServerRequest, Download> route) {
        return HttpServer.downloads(request -> route.apply(admit(request, needed), request));
    }

    /** A route that changes something after a file; with an Idempotency-Key as {@link #changes}. */
    public Handler uploads(Scope needed, Function<Call, Answer> route) {
        return HttpServer.handler(request -> {
            var call = new Call(admit(request, needed), request, Requests.file(request));
            return idempotency.once(call, () -> route.apply(call));
        });
    }

    /** A route that changes something; with an Idempotency-Key, what it does and its answer are kept together. */
    public Handler changes(Scope needed, Function<Call, Answer> route) {
        return HttpServer.handler(request -> {
            var call = call(request, needed);
            return idempotency.once(call, () -> route.apply(call));
        });
    }

    /** A route that keeps the promise of idempotency by itself. */
    public Handler changesByItself(Scope needed, Function<Call, Answer> route) {
        return HttpServer.handler(request -> route.apply(call(request, needed)));
    }

    private Call call(ServerRequest request, Scope needed) {
        return new Call(admit(request, needed), request, Requests.body(request));
    }

    private Caller admit(ServerRequest request, Scope needed) {
        var header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new RequestRefused(
                    401, "key_missing", "Send your secret key in the header Authorization: Bearer sk_….");
        }
        var caller = access.caller(header.substring(7).trim())
                .orElseThrow(() -> new RequestRefused(401, "key_invalid", "This key is unknown or was revoked."));
        if (!caller.scope().allows(needed)) {
            throw new RequestRefused(403, "scope_missing", "This key may not do that: it needs the scope admin.");
        }
        return caller;
    }
}
