package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.access.Brand;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaigns;
import dev.herald.code.CodeCare;
import dev.herald.code.CodeId;
import dev.herald.code.Codes;
import dev.herald.code.PromoCode;
import dev.herald.code.Wish;
import dev.herald.console.Shell.Section;
import dev.herald.platform.Answer;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.web.Form;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One code: shown, replaced, ended, disabled. Each change is asked for on a page of its own that says what it means. */
public final class CodePageRoutes implements HttpService {

    private static final String PREFIX = CodeId.PREFIX;
    private static final String USUAL_DAYS = Integer.toString(CodeCare.USUAL_HONOURED_DAYS);

    private final Frame frame;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Codes codes;
    private final CodeCare care;

    public CodePageRoutes(Frame frame, Campaigns campaigns, Ambassadors ambassadors, Codes codes, CodeCare care) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.codes = codes;
        this.care = care;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/codes/{id}", frame.page(this::show))
                .get("/console/codes/{id}/replace", frame.page((who, request) -> ask(who, request, "replace")))
                .get("/console/codes/{id}/end", frame.page((who, request) -> ask(who, request, "end")))
                .get("/console/codes/{id}/disable", frame.page((who, request) -> ask(who, request, "disable")))
                .post("/console/codes/{id}/replace", frame.form(this::replace))
                .post("/console/codes/{id}/end", frame.form(this::end))
                .post("/console/codes/{id}/disable", frame.form(this::disable));
    }

    private Answer show(SignedIn who, ServerRequest request) {
        var brand = who.brand();
        var code = code(brand, request);
        var campaign = campaigns.get(brand.id(), code.campaign());
        var owner = owner(brand, code);
        var successor = successor(brand, code);
        var live = code.isLive(frame.now());
        var formats = frame.formats(brand);
        var page = new CodePage(
                frame.shell(who, request, "Code " + code.display(), Section.CODES),
                code.id().toString(),
                code.display(),
                code.spoken(),
                CampaignCodesRoutes.state(code, frame.now()),
                kind(code),
                campaign.name(),
                "/console/campaigns/" + campaign.id(),
                owner.map(Ambassador::name).orElse(""),
                owner.map(one -> "/console/ambassadors/" + one.id()).orElse(""),
                Stream.ofNullable(code.expiresAt()).map(formats::time).toList(),
                successor.stream()
                        .map(next -> new CodePage.Link(next.display(), "/console/codes/" + next.id()))
                        .toList(),
                code.separated(),
                live && code.successor() == null && CampaignCodesRoutes.isOpen(campaign),
                live,
                told(request.query().first("told").orElse(""), code, successor));
        return frame.show(request, 200, "console/code.jte", page);
    }

    private static String kind(PromoCode code) {
        return switch (code.kind()) {
            case BLANKET -> "The campaign\u2019s own code";
            case UNIQUE -> "Unique code";
            case PERSONAL -> "Personal code";
        };
    }

    /** Only what is true is told, whatever the address says. */
    private static String told(String what, PromoCode code, Optional<PromoCode> successor) {
        return switch (what) {
            case "replaced" ->
                successor
                        .map(next -> "Done. " + next.display() + " takes the place of " + code.display()
                                + ": owner, members and credit moved to it.")
                        .orElse("");
            case "ended" -> code.expiresAt() == null ? "" : "Done. The code has an end now.";
            case "disabled" ->
                code.status() == PromoCode.Status.DISABLED ? "Done. No redemption with this code begins any more." : "";
            default -> "";
        };
    }

    private Answer ask(SignedIn who, ServerRequest request, String act) {
        return ask(who, request, 200, act, Form.EMPTY.with("days", USUAL_DAYS), List.of());
    }

    private Answer ask(
            SignedIn who, ServerRequest request, int status, String act, Form form, List<String> alternatives) {
        var code = code(who.brand(), request);
        var title = switch (act) {
            case "replace" -> "Replace ";
            case "end" -> "Let end ";
            default -> "Disable ";
        };
        var page = new CodePage.Ask(
                frame.shell(who, request, title + code.display(), Section.CODES),
                code.id().toString(),
                code.display(),
                act,
                "",
                form,
                alternatives,
                who.brand().zone().getId());
        return frame.show(request, status, "console/code_" + act + ".jte", page);
    }

    /** A second click finds the code replaced, and is shown by what. */
    private Answer replace(SignedIn who, ServerRequest request) {
        var code = code(who.brand(), request);
        var form = Form.of(Requests.form(request));
        var days = form.value("days");
        if (code.successor() != null) {
            return done(code, "replaced");
        }
        if (!days.matches("[0-9]{1,4}") || Integer.parseInt(days) > CodeCare.MOST_HONOURED_DAYS) {
            var fault = "Type a whole number of days from 0 to " + CodeCare.MOST_HONOURED_DAYS + ".";
            return ask(who, request, 422, "replace", form.refused("days", fault), List.of());
        }
        try {
            return switch (care.rotate(who.brand().id(), code, form.value("wish"), Integer.parseInt(days))) {
                case Wish.Granted _ -> done(code, "replaced");
                case Wish.Refused(var objection, var alternatives) ->
                    ask(who, request, 409, "replace", form.refused("wish", objection.detail()), alternatives);
            };
        } catch (RequestRefused refused) {
            return code(who.brand(), request).successor() != null
                    ? done(code, "replaced")
                    : ask(
                            who,
                            request,
                            refused.problem().status(),
                            "replace",
                            refused.problem().code().equals("code_invalid")
                                    ? form.refused("wish", refused.problem().detail())
                                    : form.refused(refused.problem()),
                            List.of());
        }
    }

    private Answer end(SignedIn who, ServerRequest request) {
        var brand = who.brand();
        var code = code(brand, request);
        var form = Form.of(Requests.form(request));
        var end = endOf(form.value("day"), brand);
        if (end.isEmpty()) {
            return ask(
                    who,
                    request,
                    422,
                    "end",
                    form.refused("day", "Type the last day as year-month-day, such as 2026-12-31."),
                    List.of());
        }
        if (code.expiresAt() != null && end.get().isAfter(code.expiresAt())) {
            var before = frame.formats(brand).time(code.expiresAt()).shown();
            var fault = "It ends on " + before + " already, and an end can only become earlier.";
            return ask(who, request, 409, "end", form.refused("day", fault), List.of());
        }
        care.expire(brand.id(), code, end.get());
        return done(code, "ended");
    }

    /** When the day after the last day begins, where the brand is at home. */
    private static Optional<Instant> endOf(String day, Brand brand) {
        try {
            var last = LocalDate.parse(day);
            return last.getYear() < 2000 || last.getYear() > 9000
                    ? Optional.empty()
                    : Optional.of(last.plusDays(1).atStartOfDay(brand.zone()).toInstant());
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private Answer disable(SignedIn who, ServerRequest request) {
        var code = code(who.brand(), request);
        Requests.form(request);
        care.disable(who.brand().id(), code);
        return done(code, "disabled");
    }

    private static Answer done(PromoCode code, String what) {
        return Answer.redirect("/console/codes/" + code.id() + "?told=" + what);
    }

    private PromoCode code(Brand brand, ServerRequest request) {
        return codes.find(brand.id(), new CodeId(Requests.id(request, "id", PREFIX, "code")))
                .orElseThrow(() -> RequestRefused.notFound("code"));
    }

    private Optional<PromoCode> successor(Brand brand, PromoCode code) {
        return Optional.ofNullable(code.successor()).flatMap(id -> codes.find(brand.id(), id));
    }

    private Optional<Ambassador> owner(Brand brand, PromoCode code) {
        return Optional.ofNullable(code.owner())
                .map(id -> ambassadors.find(brand.id(), List.of(id)))
                .flatMap(found -> found.values().stream().findFirst());
    }
}
