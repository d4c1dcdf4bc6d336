package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.access.BrandId;
import dev.herald.access.Idempotency;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.console.PayoutsPage.Creditor;
import dev.herald.console.Shell.Section;
import dev.herald.money.Money;
import dev.herald.platform.Answer;
import dev.herald.platform.Ids;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.reward.Actor;
import dev.herald.reward.Balances;
import dev.herald.reward.Owed;
import dev.herald.reward.PayoutId;
import dev.herald.reward.PayoutWish;
import dev.herald.reward.Payouts;
import dev.herald.reward.Rewards;
import dev.herald.web.Form;
import dev.herald.web.Formats;
import dev.herald.web.Option;
import dev.herald.web.TypedMoney;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is owed to whom, and runs that pay it: the list, and a new one. */
public final class PayoutListRoutes implements HttpService {

    private static final String ADDRESS = "/console/payouts";
    private static final int OWED_SHOWN = 20;
    private static final int RUNS_SHOWN = 10;
    private static final int PREVIEWED = 10;

    private final Frame frame;
    private final Rewards rewards;
    private final Payouts payouts;
    private final Ambassadors ambassadors;
    private final Idempotency idempotency;

    public PayoutListRoutes(
            Frame frame, Rewards rewards, Payouts payouts, Ambassadors ambassadors, Idempotency idempotency) {
        this.frame = frame;
        this.rewards = rewards;
        this.payouts = payouts;
        this.ambassadors = ambassadors;
        this.idempotency = idempotency;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(ADDRESS, frame.page(this::list))
                .get(ADDRESS + "/new", frame.page((who, request) -> show(who, request, 200, Form.of(request.query()))))
                .post(ADDRESS, frame.form(this::make));
    }

    private Answer list(SignedIn who, ServerRequest request) {
        var brand = who.brand().id();
        var formats = frame.formats(who.brand());
        var rules = new PayoutWords(formats);
        var totals = rewards.totals(brand);
        var currency = currency(who, totals, request.query().first("currency").orElse(""));
        var here = ADDRESS + "?currency=" + currency + "&";
        var after = request.query().first("after").orElse("");
        var owed = new Page(OWED_SHOWN, Long.MAX_VALUE)
                .listing(
                        payouts.owed(brand, currency, lastOwed(after), new Page(OWED_SHOWN, Long.MAX_VALUE)),
                        one -> one,
                        one -> one.ambassador().toString());
        var before = after.startsWith(PayoutId.PREFIX)
                ? Requests.page(request, PayoutId.PREFIX).before()
                : Long.MAX_VALUE;
        var asked = new Page(RUNS_SHOWN, before);
        var runs = asked.listing(
                payouts.list(brand, Optional.empty(), asked),
                rules::line,
                one -> one.id().toString());
        var page = new PayoutsPage(
                frame.shell(who, request, "Payouts", Section.PAYOUTS),
                options(totals),
                currency.getCurrencyCode(),
                totals.stream()
                        .filter(one -> one.currency().equals(currency.getCurrencyCode()))
                        .findFirst()
                        .map(rules::figures)
                        .orElse(List.of()),
                creditors(brand, formats, currency, owed.data()),
                owed.next() == null ? "" : here + "after=" + owed.next() + "#owed",
                runs.data(),
                runs.next() == null ? "" : here + "after=" + runs.next() + "#runs");
        return frame.show(request, 200, "console/payouts.jte", page);
    }

    private static List<AmbassadorId> lastOwed(String after) {
        var id = Ids.parse(AmbassadorId.PREFIX, after);
        return id.isPresent() ? List.of(new AmbassadorId(id.getAsLong())) : List.of();
    }

    /** The one asked for, else the brand's usual one, else the first in which something was earned. */
    private static Currency currency(SignedIn who, List<Balances> totals, String asked) {
        var usual = who.brand().look().currency();
        return Money.currency(asked)
                .or(() -> totals.stream()
                        .map(one -> Currency.getInstance(one.currency()))
                        .filter(usual::equals)
                        .findFirst())
                .or(() -> totals.stream()
                        .map(one -> Currency.getInstance(one.currency()))
                        .findFirst())
                .orElse(usual);
    }

    private static List<Option> options(List<Balances> totals) {
        return totals.stream()
                .map(one -> new Option(one.currency(), one.currency()))
                .toList();
    }

    private List<Creditor> creditors(BrandId brand, Formats formats, Currency currency, List<Owed> owed) {
        var known = ambassadors.find(brand, owed.stream().map(Owed::ambassador).toList());
        return owed.stream()
                .map(one -> {
                    var who = known.get(one.ambassador());
                    return new Creditor(
                            who == null ? one.ambassador().toString() : who.name(),
                            "/console/ambassadors/" + one.ambassador(),
                            formats.money(one.due(), currency));
                })
                .toList();
    }

    private Answer make(SignedIn who, ServerRequest request) {
        var form = Form.of(Requests.form(request));
        var totals = rewards.totals(who.brand().id());
        var currency = currency(who, totals, form.value("currency"));
        var minimum = minimum(form, currency);
        if (!form.has("token")) {
            var why =
                    "Nothing was made, because the form did not arrive whole. Look at it once more and send it again.";
            return show(who, request, 422, form.refused("", why));
        }
        if (minimum.isEmpty()) {
            return show(who, request, 422, form);
        }
        try {
            var wish = new PayoutWish(currency, minimum.get(), List.of());
            var fields = "payout " + currency + " " + minimum.get();
            return Answer.redirect(idempotency.once(
                    who.brand(),
                    form.value("token"),
                    fields,
                    () -> ADDRESS + "/"
                            + payouts.make(who.brand().id(), wish, Actor.of(who.person()))
                                    .id()));
        } catch (RequestRefused refused) {
            return show(who, request, 409, form.refused(refused.problem()));
        }
    }

    /** Minor units, 1 for nothing typed; empty if it is no amount. */
    private static Optional<Long> minimum(Form form, Currency currency) {
        if (!form.has("minimum")) {
            return Optional.of(1L);
        }
        var typed = TypedMoney.minor(form.value("minimum"), currency);
        return typed.isEmpty() ? Optional.empty() : Optional.of(Math.max(1, typed.getAsLong()));
    }

    private Answer show(SignedIn who, ServerRequest request, int status, Form sent) {
        var brand = who.brand().id();
        var formats = frame.formats(who.brand());
        var totals = rewards.totals(brand);
        var currency = currency(who, totals, sent.value("currency"));
        var minimum = minimum(sent, currency);
        var form = sent.with("currency", currency.getCurrencyCode());
        if (minimum.isEmpty()) {
            form = form.refused("minimum", "Type an amount in " + currency + ", or leave it empty.");
        }
        var preview = payouts.preview(brand, new PayoutWish(currency, minimum.orElse(1L), List.of()));
        var first = preview.all().stream().limit(PREVIEWED).toList();
        var others = preview.all().size() - first.size();
        var page = new NewPayoutPage(
                frame.shell(who, request, "New payout run", Section.PAYOUTS),
                form,
                totals.isEmpty()
                        ? List.of(new Option(currency.getCurrencyCode(), currency.getCurrencyCode()))
                        : options(totals),
                form.has("token") ? form.value("token") : UUID.randomUUID().toString(),
                preview.all().isEmpty() ? "" : formats.money(preview.total(), currency),
                new PayoutWords(formats).people(preview.all().size()),
                creditors(brand, formats, currency, first),
                others == 0 ? "" : "and " + formats.count(others) + " more, who are owed less",
                preview.needsSecond());
        return frame.show(request, status, "console/new_payout.jte", page);
    }
}
