package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.access.People;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.console.PayoutPage.Item;
import dev.herald.console.Shell.Section;
import dev.herald.platform.Answer;
import dev.herald.platform.Download;
import dev.herald.platform.Input;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.reward.Actor;
import dev.herald.reward.Payout;
import dev.herald.reward.PayoutExport;
import dev.herald.reward.PayoutId;
import dev.herald.reward.PayoutItem;
import dev.herald.reward.Payouts;
import dev.herald.web.Form;
import dev.herald.web.Formats;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Map;

/** One payout run: approved, exported, marked paid, and payments of it that did not arrive. */
public final class PayoutPageRoutes implements HttpService {

    private static final String ADDRESS = "/console/payouts/";
    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_REASON = 500;

    private static final Map<String, String> TOLD = Map.of(
            "approved", "Approved. Export the run, pay it at your bank, then mark it paid here.",
            "paid", "Marked paid.",
            "cancelled", "Cancelled. What was in it is due again.",
            "failed", "Noted. The amount is due again, and the next run takes it.");

    private final Frame frame;
    private final Payouts payouts;
    private final PayoutExport export;
    private final Ambassadors ambassadors;
    private final People people;

    public PayoutPageRoutes(Frame frame, Payouts payouts, PayoutExport export, Ambassadors ambassadors, People people) {
        this.frame = frame;
        this.payouts = payouts;
        this.export = export;
        this.ambassadors = ambassadors;
        this.people = people;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(ADDRESS + "{id}", frame.page((who, request) -> show(who, request, 200, Form.EMPTY)))
                .get(ADDRESS + "{id}/items.csv", frame.download(this::file))
                .post(ADDRESS + "{id}/approve", frame.form(this::approve))
                .post(ADDRESS + "{id}/cancel", frame.form(this::cancel))
                .post(ADDRESS + "{id}/paid", frame.form(this::paid))
                .get(
                        ADDRESS + "{id}/items/{ambassador}/failed",
                        frame.page((who, request) -> confirm(who, request, 200, Form.EMPTY)))
                .post(ADDRESS + "{id}/items/{ambassador}/failed", frame.form(this::failed));
    }

    private Answer show(SignedIn who, ServerRequest request, int status, Form form) {
        var brand = who.brand();
        var formats = frame.formats(brand);
        var rules = new PayoutWords(formats);
        var one = payouts.get(brand.id(), id(request));
        var asked = Requests.page(request, AmbassadorId.PREFIX);
        var page = new Page(Page.DEFAULT, asked.before());
        var found = page.listing(
                payouts.items(brand.id(), one.id(), page),
                item -> item,
                item -> item.ambassador().toString());
        var known = ambassadors.find(
                brand.id(), found.data().stream().map(PayoutItem::ambassador).toList());
        var model = new PayoutPage(
                frame.shell(who, request, "Payout run", Section.PAYOUTS),
                rules.line(one),
                rules.facts(one, people.names(brand.id())),
                found.data().stream()
                        .map(item -> {
                            var person = known.get(item.ambassador());
                            return item(
                                    one,
                                    item,
                                    person == null ? item.ambassador().toString() : person.name(),
                                    formats);
                        })
                        .toList(),
                found.next() == null ? "" : ADDRESS + one.id() + "?after=" + found.next(),
                PayoutWords.acts(one, Actor.of(who.person())),
                form,
                TOLD.getOrDefault(request.query().first("told").orElse(""), ""));
        return frame.show(request, status, "console/payout.jte", model);
    }

    private static Item item(Payout one, PayoutItem item, String name, Formats formats) {
        var failure = item.failure();
        return new Item(
                name,
                "/console/ambassadors/" + item.ambassador(),
                formats.money(item.amount(), one.currency()),
                PayoutWords.state(one, item),
                failure == null ? "" : failure.reason(),
                PayoutWords.canFail(one, item) ? ADDRESS + one.id() + "/items/" + item.ambassador() + "/failed" : "");
    }

    private Download file(SignedIn who, ServerRequest request) {
        return export.of(who.brand().id(), id(request));
    }

    private Answer approve(SignedIn who, ServerRequest request) {
        return step(who, request, "approved", () -> payouts.approve(who.brand().id(), id(request), who.person()));
    }

    private Answer cancel(SignedIn who, ServerRequest request) {
        return step(
                who, request, "cancelled", () -> payouts.cancel(who.brand().id(), id(request), Actor.of(who.person())));
    }

    private Answer paid(SignedIn who, ServerRequest request) {
        var form = Form.of(Requests.form(request));
        var reference = form.value("reference");
        if (reference.isEmpty() || reference.length() > LONGEST_REFERENCE || !Input.isStorable(reference)) {
            return show(
                    who,
                    request,
                    422,
                    form.refused(
                            "reference",
                            "Type what your bank calls it, in 1 to " + LONGEST_REFERENCE + " characters."));
        }
        return step(
                who,
                request,
                "paid",
                () -> payouts.paid(who.brand().id(), id(request), reference, Actor.of(who.person())));
    }

    /** Whoever was slower than somebody else is told how the run stands now. */
    private Answer step(SignedIn who, ServerRequest request, String told, Runnable step) {
        try {
            step.run();
            return Answer.redirect(ADDRESS + id(request) + "?told=" + told);
        } catch (RequestRefused refused) {
            if (refused.problem().status() == 404) {
                throw refused;
            }
            return show(
                    who, request, 409, Form.EMPTY.refused("", refused.problem().detail()));
        }
    }

    private Answer confirm(SignedIn who, ServerRequest request, int status, Form form) {
        var brand = who.brand();
        var formats = frame.formats(brand);
        var one = payouts.get(brand.id(), id(request));
        var item = payouts.item(brand.id(), one.id(), ambassador(request));
        var name = ambassadors.get(brand.id(), item.ambassador()).name();
        var shown = PayoutWords.canFail(one, item) ? form : form.refused("", "This payment cannot fail any more.");
        var page = new PayoutPage.Fail(
                frame.shell(who, request, "Payment did not arrive", Section.PAYOUTS),
                new PayoutWords(formats).line(one),
                name,
                formats.money(item.amount(), one.currency()),
                ADDRESS + one.id() + "/items/" + item.ambassador() + "/failed",
                shown);
        return frame.show(request, status, "console/payout_failed.jte", page);
    }

    private Answer failed(SignedIn who, ServerRequest request) {
        var form = Form.of(Requests.form(request));
        var reason = form.value("reason");
        if (reason.length() > LONGEST_REASON || !Input.isStorable(reason)) {
            return confirm(
                    who, request, 422, form.refused("reason", "Type at most " + LONGEST_REASON + " characters."));
        }
        return step(
                who,
                request,
                "failed",
                () -> payouts.failed(
                        who.brand().id(), id(request), ambassador(request), reason, Actor.of(who.person())));
    }

    private static PayoutId id(ServerRequest request) {
        return new PayoutId(Requests.id(request, "id", PayoutId.PREFIX, "payout"));
    }

    private static AmbassadorId ambassador(ServerRequest request) {
        return new AmbassadorId(Requests.id(request, "ambassador", AmbassadorId.PREFIX, "ambassador"));
    }
}
