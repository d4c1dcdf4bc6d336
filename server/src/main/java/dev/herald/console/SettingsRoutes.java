package dev.herald.console;

import dev.herald.access.Access;
import dev.herald.access.Access.SignedIn;
import dev.herald.access.Brand;
import dev.herald.access.PayoutLimits;
import dev.herald.access.PayoutLimits.Wish;
import dev.herald.access.People;
import dev.herald.access.Person;
import dev.herald.console.SettingsPage.Member;
import dev.herald.console.Shell.Section;
import dev.herald.platform.Answer;
import dev.herald.platform.Ids;
import dev.herald.platform.Input;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.web.BrandColours;
import dev.herald.web.Form;
import dev.herald.web.Formats;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Map;

/** The pages on which a brand says how it looks and who may enter. */
public final class SettingsRoutes implements HttpService {

    private static final String ADDRESS = "/console/settings";
    private static final int LONGEST_NAME = 100;

    private static final Map<String, String> TOLD = Map.of(
            "saved", "Saved.",
            "removed", "Removed. Their links and sessions no longer work.",
            "asked", "Asked. The limit stays as it is until somebody else agrees.",
            "agreed", "Agreed. The new limit holds from now on.",
            "withdrawn", "Withdrawn. The limit stays as it is.");

    private final Frame frame;
    private final Access access;
    private final People people;
    private final PayoutLimits limits;

    public SettingsRoutes(Frame frame, Access access, People people, PayoutLimits limits) {
        this.frame = frame;
        this.access = access;
        this.people = people;
        this.limits = limits;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(ADDRESS, frame.page(this::show))
                .post(ADDRESS, frame.form(this::save))
                .post(ADDRESS + "/payouts", frame.form(this::limitPayouts))
                .post(ADDRESS + "/payouts/agree", frame.form(this::agree))
                .post(ADDRESS + "/payouts/withdraw", frame.form(this::withdraw))
                .post(ADDRESS + "/remove-test-brand", frame.form(this::removeBrand))
                .post(ADDRESS + "/people", frame.form(this::add))
                .post(ADDRESS + "/people/{id}/link", frame.form(this::link))
                .post(ADDRESS + "/people/{id}/remove", frame.form(this::remove));
    }

    private Answer show(SignedIn who, ServerRequest request) {
        var told = TOLD.keySet().stream()
                .filter(request.query()::contains)
                .findFirst()
                .map(TOLD::get)
                .orElse("");
        return page(who, request, 200, Forms.of(who.brand()), told, "");
    }

    private Answer save(SignedIn who, ServerRequest request) {
        var read = SettingsRules.read(Form.of(Requests.form(request)), who.brand());
        if (read.form().hasFaults()) {
            return page(who, request, 422, Forms.of(who.brand()).withBrand(read.form()), "", "");
        }
        access.dress(who.brand().id(), read.name(), read.zone(), read.look());
        return Answer.redirect(ADDRESS + "?saved");
    }

    private Answer limitPayouts(SignedIn who, ServerRequest request) {
        var form = Form.of(Requests.form(request));
        var limit = SettingsRules.payoutLimit(form, who.brand());
        if (limit.isEmpty()) {
            var refused = form.refused(
                    "payout_limit",
                    "Type an amount in " + who.brand().look().currency() + ", or leave it empty for no limit.");
            return page(who, request, 422, Forms.of(who.brand()).withPayouts(refused), "", "");
        }
        var holds = limits.ask(who.brand().id(), who.person(), limit.getAsLong());
        return Answer.redirect(ADDRESS + (holds ? "?saved" : "?asked"));
    }

    private Answer agree(SignedIn who, ServerRequest request) {
        limits.agree(who.brand().id(), wish(request), who.person());
        return Answer.redirect(ADDRESS + "?agreed");
    }

    private Answer withdraw(SignedIn who, ServerRequest request) {
        limits.withdraw(who.brand().id(), wish(request));
        return Answer.redirect(ADDRESS + "?withdrawn");
    }

    private static Wish.Id wish(ServerRequest request) {
        var id = Ids.parse(Wish.Id.PREFIX, Form.of(Requests.form(request)).value("wish"));
        return new Wish.Id(id.orElseThrow(() -> RequestRefused.notFound("wish")));
    }

    /** The session ends with the brand. */
    private Answer removeBrand(SignedIn who, ServerRequest request) {
        access.removeTestBrand(who.brand());
        return frame.notice(
                request,
                who.brand().name() + " is gone",
                "Its campaigns, ambassadors, codes and redemptions were removed. Starting the demo again makes it anew.");
    }

    private Answer add(SignedIn who, ServerRequest request) {
        var form = Form.of(Requests.form(request));
        var name = form.value("person");
        if (name.isEmpty() || name.length() > LONGEST_NAME || !Input.isStorable(name)) {
            var refused = form.refused("person", "Type a name of 1 to " + LONGEST_NAME + " characters.");
            return page(who, request, 422, Forms.of(who.brand()).withNewcomer(refused), "", "");
        }
        return linkFor(who, request, people.add(who.brand().id(), name).id());
    }

    private Answer link(SignedIn who, ServerRequest request) {
        return linkFor(who, request, person(request));
    }

    /** Shown this once, because only its hash is kept. */
    private Answer linkFor(SignedIn who, ServerRequest request, Person.Id person) {
        var token = people.linkFor(who.brand().id(), person);
        var link = Requests.origin(request) + "/enter/" + token;
        return page(who, request, 200, Forms.of(who.brand()), "", link);
    }

    private Answer remove(SignedIn who, ServerRequest request) {
        var person = person(request);
        if (person.equals(who.person())) {
            throw new RequestRefused(409, "own_entry", "You cannot remove yourself. Ask somebody else of the list.");
        }
        people.remove(who.brand().id(), person);
        return Answer.redirect(ADDRESS + "?removed");
    }

    /** The forms of the page as they are shown. */
    private record Forms(Form brand, Form newcomer, Form payouts) {

        static Forms of(Brand brand) {
            return new Forms(SettingsRules.form(brand), Form.EMPTY, SettingsRules.payouts(brand));
        }

        Forms withBrand(Form brand) {
            return new Forms(brand, newcomer, payouts);
        }

        Forms withNewcomer(Form newcomer) {
            return new Forms(brand, newcomer, payouts);
        }

        Forms withPayouts(Form payouts) {
            return new Forms(brand, newcomer, payouts);
        }
    }

    private Answer page(SignedIn who, ServerRequest request, int status, Forms forms, String told, String link) {
        var formats = frame.formats(who.brand());
        var staff = people.of(who.brand().id());
        var page = new SettingsPage(
                frame.shell(who, request, "Settings", Section.SETTINGS),
                forms.brand(),
                SettingsRules.choices(who.brand()),
                new BrandColours(who.brand().look().colour()),
                staff.stream()
                        .map(one -> new Member(
                                one.id().toString(),
                                one.name(),
                                formats.date(one.since()),
                                one.id().equals(who.person())))
                        .toList(),
                forms.newcomer(),
                new SettingsPage.Payouts(
                        forms.payouts(),
                        staff.size() == 1,
                        limits.open(who.brand().id())
                                .map(wish -> shown(wish, who, formats))
                                .orElse(null)),
                told,
                link);
        return frame.show(request, status, "console/settings.jte", page);
    }

    private SettingsPage.Wish shown(Wish wish, SignedIn who, Formats formats) {
        return new SettingsPage.Wish(
                wish.id().toString(),
                people.names(who.brand().id()).getOrDefault(wish.by().toString(), "Somebody"),
                formats.time(wish.at()),
                wish.limit() == Brand.NO_PAYOUT_LIMIT
                        ? ""
                        : formats.money(wish.limit(), who.brand().look().currency()),
                wish.by().equals(who.person()));
    }

    private static Person.Id person(ServerRequest request) {
        return new Person.Id(Requests.id(request, "id", Person.Id.PREFIX, "person"));
    }
}
