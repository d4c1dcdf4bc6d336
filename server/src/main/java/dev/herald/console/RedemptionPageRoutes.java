package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.access.Brand;
import dev.herald.campaign.ReversalReason;
import dev.herald.code.Codes;
import dev.herald.console.Shell.Section;
import dev.herald.platform.Answer;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.redemption.Foresight;
import dev.herald.redemption.Outcome;
import dev.herald.redemption.Redemption;
import dev.herald.redemption.RedemptionId;
import dev.herald.redemption.RedemptionSearches;
import dev.herald.redemption.Redemptions;
import dev.herald.redemption.RequestKey;
import dev.herald.redemption.ReversalAttempt;
import dev.herald.reward.LedgerEntry;
import dev.herald.reward.Rewards;
import dev.herald.web.Form;
import dev.herald.web.TypedMoney;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One redemption: shown, and reversed after a look at what that will do. */
public final class RedemptionPageRoutes implements HttpService {

    private final Frame frame;
    private final Codes codes;
    private final Redemptions redemptions;
    private final RedemptionSearches searches;
    private final Rewards rewards;

    public RedemptionPageRoutes(
            Frame frame, Codes codes, Redemptions redemptions, RedemptionSearches searches, Rewards rewards) {
        this.frame = frame;
        this.codes = codes;
        this.redemptions = redemptions;
        this.searches = searches;
        this.rewards = rewards;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/redemptions/{id}", frame.page((who, request) -> {
                    var told = request.query().first("told").orElse("").equals("reversed");
                    return show(who, request, 200, Form.EMPTY.with("reason", "refunded"), told);
                }))
                .get("/console/redemptions/{id}/reverse", frame.page(this::confirm))
                .post("/console/redemptions/{id}/reverse", frame.form(this::reverse));
    }

    private Answer show(SignedIn who, ServerRequest request, int status, Form form, boolean told) {
        var brand = who.brand();
        var entry = entry(brand, request);
        var one = entry.line().redemption();
        var facts = new RedemptionFacts(frame.formats(brand));
        var words = new RewardWords(frame.formats(brand), frame.now());
        var earned = rewards.of(brand.id(), one.id());
        var standing = one.amount() - entry.line().undone();
        var page = new RedemptionPage(
                frame.shell(who, request, "Redemption of " + one.orderReference(), Section.REDEMPTIONS),
                one.id().toString(),
                one.orderReference(),
                RedemptionFacts.state(entry.line()),
                facts.facts(entry.line()),
                facts.credit(entry.line(), codes.known(brand.id(), one.codeId()).owner() != null),
                words.of(one, earned, rewards.plans(brand.id(), earned)),
                earned.stream()
                        .filter(LedgerEntry::movesAnything)
                        .map(words::line)
                        .toList(),
                searches.json(one),
                entry.reversals().stream()
                        .map(reversal -> facts.undone(reversal, one, searches.json(reversal, one)))
                        .toList(),
                entry.line().complete() ? "" : facts.money(standing, one),
                form,
                told && entry.line().isReversed());
        return frame.show(request, status, "console/redemption.jte", page);
    }

    /** What was typed, understood; the amount is absent for all that stands. */
    private record Wish(ReversalReason reason, @Nullable Long amount) {}

    private Answer confirm(SignedIn who, ServerRequest request) {
        var brand = who.brand();
        var entry = entry(brand, request);
        var one = entry.line().redemption();
        var form = Form.of(request.query());
        var facts = new RedemptionFacts(frame.formats(brand));
        var wish = wish(form, one);
        if (wish.isEmpty()) {
            var fault = "Type an amount in " + one.currency() + ", or leave it empty for all that stands.";
            return show(who, request, 422, form.refused("amount", fault), false);
        }
        var attempt = new ReversalAttempt(one, wish.get().reason(), wish.get().amount(), null);
        return switch (searches.foresee(attempt, entry.reversals())) {
            case Foresight.Possible will -> {
                var page = new RedemptionPage.Confirm(
                        frame.shell(who, request, "Reverse " + one.orderReference(), Section.REDEMPTIONS),
                        one.id().toString(),
                        one.orderReference(),
                        wish.get().reason().column(),
                        RedemptionFacts.reason(wish.get().reason()),
                        facts.money(will.amount(), one),
                        Long.toString(will.amount()),
                        facts.effects(will, one),
                        UUID.randomUUID().toString());
                yield frame.show(request, 200, "console/reverse.jte", page);
            }
            case Foresight.NothingStands() ->
                show(who, request, 409, form.refused("", "Nothing of this redemption stands any more."), false);
            case Foresight.TooMuch(var standing) ->
                show(who, request, 422, form.refused("amount", tooMuch(facts.money(standing, one))), false);
            case Foresight.WindowOver(var days) -> show(who, request, 409, form.refused("", windowOver(days)), false);
        };
    }

    /** Sent twice, it is carried out once: the confirmation carries a key, as a shop's request would. */
    private Answer reverse(SignedIn who, ServerRequest request) {
        var brand = who.brand();
        var one = entry(brand, request).line().redemption();
        var form = Form.of(Requests.form(request));
        var reason = reason(form);
        var minor = form.value("minor");
        if (reason.isEmpty()
                || !minor.matches("[0-9]{1,15}")
                || form.value("token").isEmpty()) {
            throw new RequestRefused(422, "invalid_request", "Open the redemption again and reverse it from there.");
        }
        var amount = Long.parseLong(minor);
        // What the key stands for is all of the form, so another amount is another wish.
        var fields = one.id() + " " + form.value("reason") + " " + minor;
        var key = new RequestKey(
                brand.secret().hash("key", "console " + form.value("token") + " " + fields),
                brand.secret().hash("request", "console " + fields));
        var facts = new RedemptionFacts(frame.formats(brand));
        return switch (redemptions.reverse(new ReversalAttempt(one, reason.get(), amount, key))) {
            case Outcome.Reversed _ -> Answer.redirect("/console/redemptions/" + one.id() + "?told=reversed");
            case Outcome.AlreadyReversed() ->
                show(who, request, 409, form.refused("", "Nothing of this redemption stands any more."), false);
            case Outcome.ReversalExceeds(var standing) ->
                show(who, request, 409, form.refused("amount", tooMuch(facts.money(standing, one))), false);
            case Outcome.ReversalWindowOver(var days) ->
                show(who, request, 409, form.refused("", windowOver(days)), false);
            case Outcome.Redeemed _,
                    Outcome.Declined _,
                    Outcome.CodeUnknown _,
                    Outcome.Reserved _,
                    Outcome.Released _,
                    Outcome.CustomerNeeded _,
                    Outcome.KeyReused _ -> throw new IllegalStateException("A reversal is never answered so");
        };
    }

    /** Empty if the amount is none; a reason that is not offered counts as the first. */
    private static Optional<Wish> wish(Form form, Redemption one) {
        var reason = reason(form).orElse(ReversalReason.REFUNDED);
        if (!form.has("amount")) {
            return Optional.of(new Wish(reason, null));
        }
        var amount = TypedMoney.minor(form.value("amount"), Currency.getInstance(one.currency()));
        return amount.isEmpty() || amount.getAsLong() == 0
                ? Optional.empty()
                : Optional.of(new Wish(reason, amount.getAsLong()));
    }

    private static Optional<ReversalReason> reason(Form form) {
        return Arrays.stream(ReversalReason.values())
                .filter(one -> one.column().equals(form.value("reason")))
                .findFirst();
    }

    private static String tooMuch(String standing) {
        return "Only " + standing + " of the order still stand. Type that much or less.";
    }

    private static String windowOver(int days) {
        return "The campaign accepts reversals only within " + days + (days == 1 ? " day" : " days")
                + " of the redemption.";
    }

    private RedemptionSearches.Entry entry(Brand brand, ServerRequest request) {
        var id = new RedemptionId(Requests.id(request, "id", RedemptionId.PREFIX, "redemption"));
        return searches.entry(brand, id).orElseThrow(() -> RequestRefused.notFound("redemption"));
    }
}
