package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.access.ApiKey;
import dev.herald.access.ApiKeys;
import dev.herald.access.RequestLog;
import dev.herald.access.Scope;
import dev.herald.console.Badge.Tone;
import dev.herald.console.DevelopersPage.Asked;
import dev.herald.console.DevelopersPage.HeldKey;
import dev.herald.console.DevelopersPage.Sample;
import dev.herald.console.Shell.Section;
import dev.herald.platform.Answer;
import dev.herald.platform.Ids;
import dev.herald.platform.Json;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.web.Form;
import dev.herald.web.Formats;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.stream.Stream;

/** Pages for whoever connects a shop: keys, samples, the log of requests, the reference. */
public final class DeveloperRoutes implements HttpService {

    private final Frame frame;
    private final ApiKeys keys;
    private final RequestLog log;
    private final byte[] document;

    /** @param document the OpenAPI document that the server gives out */
    public DeveloperRoutes(Frame frame, ApiKeys keys, RequestLog log, byte[] document) {
        this.frame = frame;
        this.keys = keys;
        this.log = log;
        this.document = document.clone();
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/developers", frame.page(this::show))
                .post("/console/developers/keys", frame.form(this::create))
                .get("/console/developers/keys/{id}/revoke", frame.page(this::askToRevoke))
                .post("/console/developers/keys/{id}/revoke", frame.form(this::revoke))
                .get("/console/developers/requests", frame.page(this::requests))
                .get("/console/developers/reference", frame.page(this::reference));
    }

    private Answer show(SignedIn who, ServerRequest request) {
        var formats = frame.formats(who.brand());
        var page = new DevelopersPage(
                frame.shell(who, request, "Developers", Section.DEVELOPERS),
                Requests.origin(request),
                keys.of(who.brand().id()).stream().map(key -> key(key, formats)).toList(),
                samples(Requests.origin(request), who.brand().look().currency().getCurrencyCode()),
                request.query().first("told").orElse("").equals("revoked")
                        ? "The key is revoked. Requests that still show it are refused, on every server within two seconds."
                        : "");
        return frame.show(request, 200, "console/developers.jte", page);
    }

    private static HeldKey key(ApiKey key, Formats formats) {
        return new HeldKey(
                Ids.format(ApiKey.PREFIX, key.id()),
                key.hint() + "\u2026",
                scope(key.scope()),
                formats.date(key.createdAt()),
                Stream.ofNullable(key.lastUsedAt()).map(formats::time).toList());
    }

    private static Badge scope(Scope scope) {
        return switch (scope) {
            case ADMIN -> new Badge("Admin", Tone.WARN);
            case CHECKOUT -> new Badge("Checkout", Tone.INFO);
        };
    }

    private static List<Sample> samples(String origin, String currency) {
        return List.of(
                new Sample("Would this code work?", sample(origin, "/v1/validations", currency)),
                new Sample("Redeem it on a placed order", sample(origin, "/v1/redemptions", currency)),
                new Sample("Say by whose link the buyer came", clicked(origin, currency)),
                new Sample("Why does a code not work?", """
                        curl %s/v1/codes/HEARTBEAT20 \\
                          -H "Authorization: Bearer $HERALD_KEY\"""".formatted(origin)));
    }

    /** Each link gives the shop a herald_click of its own; what stands here is none, and would count for nothing. */
    private static String clicked(String origin, String currency) {
        return sample(origin, "/v1/redemptions", currency)
                .replace("}}'", "},\n       \"clicks\": [\"<herald_click of the address the buyer came to>\"]}'");
    }

    /** A redemption is safe to repeat with its key, so a sample that shows one teaches the right thing. */
    private static String sample(String origin, String path, String currency) {
        var repeatable = path.endsWith("redemptions") ? "\n  -H \"Idempotency-Key: order-1001\" \\" : "";
        return """
                curl %s%s \\
                  -H "Authorization: Bearer $HERALD_KEY" \\
                  -H "Content-Type: application/json" \\%s
                  -d '{"code": "HEARTBEAT20", "customer": {"email": "ann@example.com"},
                       "order": {"reference": "order-1001", "amount": 5000, "currency": "%s"}}'""".formatted(origin, path, repeatable, currency);
    }

    /** The key is in the answer itself and nowhere else: a second look is not possible. */
    private Answer create(SignedIn who, ServerRequest request) {
        var scope = switch (Form.of(Requests.form(request)).value("scope")) {
            case "admin" -> Scope.ADMIN;
            case "checkout" -> Scope.CHECKOUT;
            default -> throw new RequestRefused(422, "invalid_request", "Choose what the new key may do.");
        };
        var key = keys.create(who.brand(), scope);
        var page = new DevelopersPage.NewKey(
                frame.shell(who, request, "New key", Section.DEVELOPERS),
                key,
                scope(scope),
                "export HERALD_KEY=" + key);
        return frame.show(request, 201, "console/new_key.jte", page);
    }

    private Answer askToRevoke(SignedIn who, ServerRequest request) {
        var id = id(request);
        var key = keys.of(who.brand().id()).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> RequestRefused.notFound("key"));
        var page = new DevelopersPage.Revoke(
                frame.shell(who, request, "Revoke a key", Section.DEVELOPERS), key(key, frame.formats(who.brand())));
        return frame.show(request, 200, "console/revoke_key.jte", page);
    }

    private Answer revoke(SignedIn who, ServerRequest request) {
        Requests.form(request);
        if (!keys.revoke(who.brand().id(), id(request))) {
            throw RequestRefused.notFound("key");
        }
        return Answer.redirect("/console/developers?told=revoked");
    }

    private static long id(ServerRequest request) {
        return Requests.id(request, "id", ApiKey.PREFIX, "key");
    }

    private Answer requests(SignedIn who, ServerRequest request) {
        var formats = frame.formats(who.brand());
        var page = new DevelopersPage.Log(
                frame.shell(who, request, "Request log", Section.DEVELOPERS),
                formats.time(log.since()),
                formats.count(RequestLog.MOST),
                log.of(who.brand().id()).stream()
                        .map(one -> asked(one, formats))
                        .toList());
        return frame.show(request, 200, "console/requests.jte", page);
    }

    private static Asked asked(RequestLog.Entry one, Formats formats) {
        var tone = one.status() < 300 ? Tone.GOOD : one.status() < 500 ? Tone.WARN : Tone.BAD;
        return new Asked(
                formats.second(one.at()),
                one.method(),
                one.path(),
                new Badge(Integer.toString(one.status()), tone),
                one.code(),
                formats.rate(one.micros() / 1000.0) + " ms",
                one.scope() == Scope.ADMIN ? "Admin" : "Checkout",
                one.repeatKey());
    }

    private Answer reference(SignedIn who, ServerRequest request) {
        var tree = Json.parse(document).orElseThrow();
        var page = new ReferencePage(
                frame.shell(who, request, "API reference", Section.DEVELOPERS),
                ApiReferenceRules.read(tree, Requests.origin(request)));
        return frame.show(request, 200, "console/reference.jte", page);
    }
}
