package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorRoutes;
import dev.herald.ambassador.Ambassadors;
import dev.herald.console.Shell.Section;
import dev.herald.console.StatementPage.Sheet;
import dev.herald.platform.Answer;
import dev.herald.platform.Download;
import dev.herald.platform.Requests;
import dev.herald.reward.Rewards;
import dev.herald.reward.Statement;
import dev.herald.reward.StatementExport;
import dev.herald.web.Formats;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** An ambassador's statement of a month. */
public final class StatementPageRoutes implements HttpService {

    private static final String ADDRESS = "/console/ambassadors/{id}/statements/{month}";
    private static final int MOST_SHOWN = 500;

    private final Frame frame;
    private final Ambassadors ambassadors;
    private final Rewards rewards;

    public StatementPageRoutes(Frame frame, Ambassadors ambassadors, Rewards rewards) {
        this.frame = frame;
        this.ambassadors = ambassadors;
        this.rewards = rewards;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(ADDRESS, frame.page(this::show)).get(ADDRESS + "/entries.csv", frame.download(this::file));
    }

    private Answer show(SignedIn who, ServerRequest request) {
        var zone = who.brand().zone();
        var one = ambassador(who, request);
        var month = Requests.month(request, "month");
        var formats = frame.formats(who.brand());
        var words = new RewardWords(formats, frame.now());
        var profile = "/console/ambassadors/" + one.id();
        var here = profile + "/statements/";
        var name = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH).format(month);
        var page = new StatementPage(
                frame.shell(who, request, "Statement of " + one.name() + ", " + name, Section.AMBASSADORS),
                one.name(),
                profile,
                name,
                here + month,
                month.isAfter(YearMonth.from(one.createdAt().atZone(zone))) ? here + month.minusMonths(1) : "",
                month.isBefore(YearMonth.from(frame.now().atZone(zone))) ? here + month.plusMonths(1) : "",
                rewards.statements(who.brand().id(), one.id(), month, zone).stream()
                        .map(statement -> sheet(statement, formats, words))
                        .toList());
        return frame.show(request, 200, "console/statement.jte", page);
    }

    private static Sheet sheet(Statement one, Formats formats, RewardWords words) {
        var currency = Currency.getInstance(one.currency());
        var moves = one.moves();
        return new Sheet(
                one.currency(),
                List.of(
                        new Figure(
                                "Owed before", formats.money(one.opening(), currency), List.of(), "earned, not paid"),
                        new Figure("Earned", formats.money(one.earned(), currency), List.of(), "in this month"),
                        new Figure(
                                "Taken back", formats.money(one.takenBack(), currency), List.of(), "orders sent back"),
                        new Figure("Paid", formats.money(one.paid(), currency), List.of(), "less what did not arrive"),
                        new Figure(
                                "Owed after",
                                formats.money(one.closing(), currency),
                                List.of(),
                                "held, due or in payment")),
                moves.reversed().stream().limit(MOST_SHOWN).map(words::line).toList(),
                moves.size() > MOST_SHOWN);
    }

    private Download file(SignedIn who, ServerRequest request) {
        var one = ambassador(who, request);
        var month = Requests.month(request, "month");
        return StatementExport.of(
                month,
                rewards.statements(
                        who.brand().id(), one.id(), month, who.brand().zone()));
    }

    private Ambassador ambassador(SignedIn who, ServerRequest request) {
        return ambassadors.get(who.brand().id(), AmbassadorRoutes.id(request));
    }
}
