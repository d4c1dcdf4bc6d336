package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.access.Brand;
import dev.herald.campaign.Campaigns;
import dev.herald.console.CodesPage.Checked;
import dev.herald.console.CodesPage.Suggestion;
import dev.herald.console.Shell.Section;
import dev.herald.insight.Totals;
import dev.herald.job.Jobs;
import dev.herald.money.Money;
import dev.herald.platform.Answer;
import dev.herald.platform.Page;
import dev.herald.redemption.Buyer;
import dev.herald.redemption.CodeCheck;
import dev.herald.redemption.CodeChecks;
import dev.herald.redemption.Order;
import dev.herald.redemption.Redemptions;
import dev.herald.web.Form;
import dev.herald.web.TypedMoney;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page where support asks why a code did not work. */
public final class CodesPageRoutes implements HttpService {

    private static final int MOST_CAMPAIGNS = 20;
    private static final int RECENT_JOBS = 10;

    private final Frame frame;
    private final Campaigns campaigns;
    private final CodeChecks checks;
    private final Redemptions redemptions;
    private final Jobs jobs;

    public CodesPageRoutes(Frame frame, Campaigns campaigns, CodeChecks checks, Redemptions redemptions, Jobs jobs) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.checks = checks;
        this.redemptions = redemptions;
        this.jobs = jobs;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/codes", frame.page(this::codes));
    }

    private Answer codes(SignedIn who, ServerRequest request) {
        var brand = who.brand();
        var form = Form.of(request.query());
        var typed = form.value("code");
        var found = typed.isEmpty()
                ? List.<CodeCheck>of()
                : checks.check(brand.id(), typed).stream().toList();
        var rules = new CheckRules(frame.formats(brand));
        var answers = new ArrayList<Checked>();
        for (var check : found) {
            var order = order(brand, check, form);
            form = order.form();
            answers.add(checked(check, rules, order));
        }
        var unknown = typed.isEmpty() || !found.isEmpty() ? "" : typed;
        var newest = campaigns.list(brand.id(), new Page(MOST_CAMPAIGNS, Long.MAX_VALUE)).stream()
                .limit(MOST_CAMPAIGNS)
                .toList();
        var lines = new CampaignLines(frame.formats(brand), frame.now());
        var page = new CodesPage(
                frame.shell(who, request, "Codes", Section.CODES),
                form,
                answers,
                unknown,
                unknown.isEmpty() ? List.of() : suggestions(brand, typed),
                underWay(brand),
                newest.stream()
                        .map(campaign -> lines.line(campaign, Totals.NONE))
                        .toList(),
                newest.stream()
                        .filter(CampaignCodesRoutes::isOpen)
                        .map(campaign -> campaign.id().toString())
                        .collect(Collectors.toSet()));
        return frame.show(request, form.hasFaults() ? 422 : 200, "console/codes.jte", page);
    }

    /** What was asked of an order, with what is wrong in it; the order is absent if nothing was, or something is wrong. */
    private record Asked(Form form, @Nullable Order order, Buyer buyer, Brand brand) {}

    private Checked checked(CodeCheck check, CheckRules rules, Asked asked) {
        var lines = new ArrayList<>(rules.lines(check));
        var headline = rules.headline(check);
        var works = check.works();
        if (asked.order() != null) {
            var order = rules.order(redemptions.tryOut(asked.brand(), check.code(), asked.buyer(), asked.order()));
            lines.addFirst(order);
            headline += works && !order.passed() ? ", but not for this order" : "";
            works = works && order.passed();
        }
        var campaign = check.campaign();
        var owner = check.code().owner();
        return new Checked(
                check.code().id().toString(),
                check.code().display(),
                check.code().spoken(),
                works,
                headline,
                lines,
                campaign.name(),
                "/console/campaigns/" + campaign.id(),
                CampaignLines.state(check.campaignState()),
                check.ownerName() == null ? "" : check.ownerName(),
                owner == null ? "" : "/console/ambassadors/" + owner);
    }

    private Asked order(Brand brand, CodeCheck check, Form typed) {
        var form = typed;
        var currency = check.campaign().currency();
        if (!form.has("amount") && !form.has("customer") && !form.has("date")) {
            return new Asked(form, null, Buyer.GUEST, brand);
        }
        var amount = TypedMoney.minor(form.value("amount"), currency);
        if (amount.isEmpty()) {
            form = form.refused(
                    "amount",
                    form.has("amount")
                            ? "Type an amount in " + currency.getCurrencyCode() + ", such as "
                                    + new Money(5_000, currency).digits() + "."
                            : "An order has an amount: type it as well.");
        }
        var placed = frame.now();
        if (form.has("date")) {
            var day = day(form.value("date"));
            if (day == null) {
                form = form.refused("date", "Type the day as year-month-day, such as 2026-11-23.");
            } else {
                placed = at(day, brand);
            }
        }
        if (form.hasFaults()) {
            return new Asked(form, null, Buyer.GUEST, brand);
        }
        var buyer = form.has("customer") ? Buyer.knownBy(brand.secret(), form.value("customer")) : Buyer.GUEST;
        var order = new Order("", amount.getAsLong(), currency.getCurrencyCode(), 0, placed, null, List.of());
        return new Asked(form, order, buyer, brand);
    }

    /** Today means now; of another day noon is as good as any hour. */
    private Instant at(LocalDate day, Brand brand) {
        var now = frame.now();
        return day.equals(LocalDate.ofInstant(now, brand.zone()))
                ? now
                : day.atTime(LocalTime.NOON).atZone(brand.zone()).toInstant();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() < 2000 || day.getYear() > 9999 ? null : day;
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private List<Suggestion> suggestions(Brand brand, String typed) {
        return checks.meant(brand.id(), typed).stream()
                .map(code -> new Suggestion(
                        code.display(),
                        "/console/codes?code=" + URLEncoder.encode(code.display(), StandardCharsets.UTF_8)))
                .toList();
    }

    private List<JobLine> underWay(Brand brand) {
        var lines = new JobLines(frame.formats(brand), frame.now());
        return jobs.list(brand.id(), new Page(RECENT_JOBS, Long.MAX_VALUE)).stream()
                .filter(job -> !job.state().isEnd())
                .map(lines::line)
                .toList();
    }
}
