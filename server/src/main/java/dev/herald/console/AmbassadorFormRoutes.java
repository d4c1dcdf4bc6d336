package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorDraft;
import dev.herald.ambassador.AmbassadorRoutes;
import dev.herald.ambassador.Ambassadors;
import dev.herald.ambassador.TypedAmbassador;
import dev.herald.console.Shell.Section;
import dev.herald.platform.Answer;
import dev.herald.platform.Requests;
import dev.herald.web.Form;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Objects;

/** The forms with which ambassadors are added and changed. */
public final class AmbassadorFormRoutes implements HttpService {

    private static final String LIST = "/console/ambassadors";

    private final Frame frame;
    private final Ambassadors ambassadors;

    public AmbassadorFormRoutes(Frame frame, Ambassadors ambassadors) {
        this.frame = frame;
        this.ambassadors = ambassadors;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(LIST + "/new", frame.page(this::askForNew))
                .post(LIST + "/new", frame.form(this::add))
                .get(LIST + "/{id}/edit", frame.page(this::askForChange))
                .post(LIST + "/{id}/edit", frame.form(this::change));
    }

    private Answer askForNew(SignedIn who, ServerRequest request) {
        return fresh(who, request, 200, Form.EMPTY);
    }

    private Answer add(SignedIn who, ServerRequest request) {
        var form = Form.of(Requests.form(request));
        var typed = TypedAmbassador.read(form::value);
        if (!typed.faults().isEmpty()) {
            return fresh(who, request, 422, refused(form, typed));
        }
        if (typed.email() != null) {
            var known = ambassadors.withEmail(who.brand().id(), typed.email());
            if (known.isPresent()) {
                return fresh(
                        who, request, 422, form.refused("email", known.get().name() + " has this address already."));
            }
        }
        var made = ambassadors.create(who.brand().id(), typed.draft());
        return Answer.redirect(LIST + "/" + made.id() + "?created");
    }

    private Answer askForChange(SignedIn who, ServerRequest request) {
        var one = ambassadors.get(who.brand().id(), AmbassadorRoutes.id(request));
        return known(who, request, 200, one, form(one.draft()));
    }

    private Answer change(SignedIn who, ServerRequest request) {
        var one = ambassadors.get(who.brand().id(), AmbassadorRoutes.id(request));
        var form = Form.of(Requests.form(request));
        var typed = TypedAmbassador.read(form::value);
        if (!typed.faults().isEmpty()) {
            return known(who, request, 422, one, refused(form, typed));
        }
        ambassadors.change(who.brand().id(), one.id(), _ -> typed.draft());
        return Answer.redirect(LIST + "/" + one.id() + "?saved");
    }

    private Answer fresh(SignedIn who, ServerRequest request, int status, Form form) {
        return show(
                request,
                status,
                new AmbassadorFormPage(
                        frame.shell(who, request, "Add an ambassador", Section.AMBASSADORS),
                        form,
                        LIST + "/new",
                        LIST,
                        true));
    }

    private Answer known(SignedIn who, ServerRequest request, int status, Ambassador one, Form form) {
        var address = LIST + "/" + one.id();
        return show(
                request,
                status,
                new AmbassadorFormPage(
                        frame.shell(who, request, "Edit " + one.name(), Section.AMBASSADORS),
                        form,
                        address + "/edit",
                        address,
                        false));
    }

    private Answer show(ServerRequest request, int status, AmbassadorFormPage page) {
        return frame.show(request, status, "console/ambassador_form.jte", page);
    }

    private static Form refused(Form form, TypedAmbassador typed) {
        var refused = form;
        for (var fault : typed.faults().entrySet()) {
            refused = refused.refused(fault.getKey(), fault.getValue());
        }
        return refused;
    }

    private static Form form(AmbassadorDraft draft) {
        return Form.EMPTY
                .with("name", draft.name())
                .with("email", Objects.requireNonNullElse(draft.email(), ""))
                .with("handle", Objects.requireNonNullElse(draft.handle(), ""))
                .with("followers", Long.toString(draft.audienceSize()))
                .with("channels", String.join(", ", draft.channels()))
                .with("tags", String.join(", ", draft.tags()));
    }
}
