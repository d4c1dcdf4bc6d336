package dev.herald.platform;

import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRoute;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Knows the methods that each address takes: asked with another, it is there all the same. */
final class KnownRoutes implements HttpRules {

    private static final List<Method> METHODS =
            List.of(Method.GET, Method.POST, Method.PUT, Method.PATCH, Method.DELETE);

    private final List<HttpRoute> routes = new ArrayList<>();

    KnownRoutes(List<? extends HttpService> services) {
        services.forEach(service -> service.routing(this));
    }

    /** Answers a request that no route took: 405 with the methods that one would take, or 404. */
    Answer refusal(ServerRequest request) {
        var allowed = METHODS.stream()
                .filter(method -> isTaken(with(method, request.prologue())))
                .map(Method::text)
                .collect(Collectors.joining(", "));
        return allowed.isEmpty()
                ? Answer.problem(new Problem(
                        404, "not_found", "There is nothing at this address. See /openapi.json for what there is."))
                : Answer.problem(new Problem(
                                405, "method_not_allowed", "This address takes " + allowed + ". See /openapi.json."))
                        .with("Allow", allowed);
    }

    private boolean isTaken(HttpPrologue request) {
        return routes.stream().anyMatch(route -> route.accepts(request).accepted());
    }

    private static HttpPrologue with(Method method, HttpPrologue asked) {
        return HttpPrologue.create(
                asked.rawProtocol(),
                asked.protocol(),
                asked.protocolVersion(),
                method,
                asked.uriPath(),
                asked.query(),
                asked.fragment());
    }

    @Override
    public HttpRules route(HttpRoute route) {
        routes.add(route);
        return this;
    }

    @Override
    public HttpRules register(HttpService... services) {
        throw new UnsupportedOperationException("Services do not nest here");
    }

    @Override
    public HttpRules register(String path, HttpService... services) {
        throw new UnsupportedOperationException("Services do not nest here");
    }
}
