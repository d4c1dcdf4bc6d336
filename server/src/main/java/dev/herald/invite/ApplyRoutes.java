package dev.herald.invite;

import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.ambassador.TypedAmbassador;
import dev.herald.platform.Answer;
import dev.herald.platform.HttpServer;
import dev.herald.platform.Input;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.web.Form;
import dev.herald.web.Notice.Action;
import dev.herald.web.Pages;
import dev.herald.web.SameOrigin;
import dev.herald.web.Texts;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The form with which strangers apply. It answers the same whether the brand knows the address or not, and a brand whose
 * form is off looks like none.
 */
public final class ApplyRoutes implements HttpService {

    private static final String PATH = "/apply/";
    private static final int LONGEST_REASON = 1_000;
    private static final int OFTEN = 5;
    private static final Duration WHILE = Duration.ofMinutes(10);

    /** Named like something that robots fill in, and out of people's sight. */
    private static final String HONEYPOT = "website";

    private final Access access;
    private final Applications applications;
    private final Pages pages;
    private final Throttle throttle;

    public ApplyRoutes(Access access, Applications applications, Pages pages, InstantSource clock) {
        this.access = access;
        this.applications = applications;
        this.pages = pages;
        this.throttle = new Throttle(OFTEN, WHILE, clock);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(PATH + "{slug}", open(this::ask))
                .get(PATH + "{slug}/thanks", open(this::thank))
                .post(PATH + "{slug}", open(this::take));
    }

    private Handler open(BiFunction<Brand, ServerRequest, Answer> route) {
        return HttpServer.handler(request -> {
            try {
                return brand(request).map(brand -> route.apply(brand, request)).orElseGet(() -> nothing(request));
            } catch (RequestRefused refused) {
                return pages.notice(
                        request,
                        refused.problem().status(),
                        "That did not work",
                        refused.problem().detail(),
                        Action.NONE);
            }
        });
    }

    private Optional<Brand> brand(ServerRequest request) {
        return Applications.brand(request.path().pathParameters().get("slug"))
                .filter(applications::isOpen)
                .flatMap(access::brand);
    }

    private Answer nothing(ServerRequest request) {
        return pages.notice(
                request, 404, "There is nothing here", "Check that the address was copied whole.", Action.NONE);
    }

    private Answer ask(Brand brand, ServerRequest request) {
        return page(brand, request, 200, Form.EMPTY, false);
    }

    private Answer thank(Brand brand, ServerRequest request) {
        return page(brand, request, 200, Form.EMPTY, true);
    }

    private Answer take(Brand brand, ServerRequest request) {
        var texts = texts(brand, request);
        if (!SameOrigin.allows(request)) {
            return page(brand, request, 403, Form.EMPTY.refused("", texts.say("apply.elsewhere")), false);
        }
        var form = Form.of(Requests.form(request));
        var typed = TypedAmbassador.read(form::value);
        var read = checked(form, typed, texts);
        if (read.hasFaults()) {
            return page(brand, request, 422, read, false);
        }
        if (!throttle.allows(Requests.sender(request))) {
            return page(brand, request, 429, form.refused("", texts.say("apply.often")), false);
        }
        if (!form.has(HONEYPOT)) {
            applications.apply(brand.id(), typed.draft(), form.value("why"));
        }
        return Answer.redirect(PATH + Applications.slug(brand) + "/thanks");
    }

    private static Form checked(Form form, TypedAmbassador typed, Texts texts) {
        var read = form;
        for (var field : typed.faults().keySet()) {
            read = read.refused(field, texts.say("apply.fault." + field));
        }
        if (!form.has("email")) {
            read = read.refused("email", texts.say("apply.fault.email"));
        }
        if (form.value("why").length() > LONGEST_REASON
                || !Input.isStorable(form.value("why").replace("\r", ""))) {
            read = read.refused("why", texts.say("apply.fault.why"));
        }
        if (!form.has("consent")) {
            read = read.refused("consent", texts.say("apply.fault.consent"));
        }
        return read;
    }

    private Answer page(Brand brand, ServerRequest request, int status, Form form, boolean done) {
        var page = new ApplyPage(
                texts(brand, request),
                brand.name(),
                brand.look().colour(),
                PATH + Applications.slug(brand),
                form,
                done,
                Pages.theme(request),
                pages.assets());
        return pages.page(request, status, "invite/apply.jte", page);
    }

    private static Texts texts(Brand brand, ServerRequest request) {
        return Texts.of(request, brand.look().locale());
    }
}
