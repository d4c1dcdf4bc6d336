package dev.herald.portal;

import dev.herald.access.Access;
import dev.herald.ambassador.Ambassadors;
import dev.herald.platform.Answer;
import dev.herald.platform.Requests;
import dev.herald.portal.AmbassadorPage.Figure;
import dev.herald.portal.StatementPage.Entry;
import dev.herald.portal.StatementPage.Sheet;
import dev.herald.portal.Visits.Visit;
import dev.herald.reward.LedgerEntry;
import dev.herald.reward.Rewards;
import dev.herald.reward.Statement;
import dev.herald.web.Formats;
import dev.herald.web.Pages;
import dev.herald.web.Texts;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** An ambassador's statement of a month. */
public final class StatementRoutes implements HttpService {

    private static final int MOST_SHOWN = 300;

    private final Ambassadors ambassadors;
    private final Rewards rewards;
    private final InstantSource clock;
    private final Visits visits;

    public StatementRoutes(Access access, Ambassadors ambassadors, Rewards rewards, InstantSource clock, Pages pages) {
        this.ambassadors = ambassadors;
        this.rewards = rewards;
        this.clock = clock;
        this.visits = new Visits(access, ambassadors, pages);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/a/{token}/statements/{month}", visits.handler(this::show));
    }

    private Answer show(Visit visit) {
        var zone = visit.brand().zone();
        var month = Requests.month(visit.request(), "month");
        var now = YearMonth.from(clock.instant().atZone(zone));
        var first = YearMonth.from(ambassadors
                .get(visit.brand().id(), visit.ambassador())
                .createdAt()
                .atZone(zone));
        var texts = visit.texts();
        var name = DateTimeFormatter.ofPattern("LLLL yyyy", texts.locale()).format(month);
        var here = visit.address() + "/statements/";
        var page = new StatementPage(
                visits.around(visit, texts.say("statement.title", name)),
                visit.address() + "#rewards",
                name,
                month.isAfter(first) ? here + month.minusMonths(1) : "",
                month.isBefore(now) ? here + month.plusMonths(1) : "",
                rewards.statements(visit.brand().id(), visit.ambassador(), month, zone).stream()
                        .map(one -> sheet(one, texts, visit.formats()))
                        .toList());
        return visits.show(visit, 200, "portal/statement.jte", page);
    }

    private static Sheet sheet(Statement one, Texts texts, Formats formats) {
        var currency = Currency.getInstance(one.currency());
        var entries = one.moves();
        return new Sheet(
                List.of(
                        new Figure(formats.money(one.opening(), currency), texts.say("statement.opening")),
                        new Figure(formats.money(one.earned(), currency), texts.say("statement.earned")),
                        new Figure(formats.money(-one.takenBack(), currency), texts.say("statement.back")),
                        new Figure(formats.money(-one.paid(), currency), texts.say("statement.paid")),
                        new Figure(formats.money(one.closing(), currency), texts.say("statement.closing"))),
                entries.reversed().stream()
                        .limit(MOST_SHOWN)
                        .map(entry -> entry(entry, texts, formats))
                        .toList(),
                entries.size() > MOST_SHOWN);
    }

    private static Entry entry(LedgerEntry one, Texts texts, Formats formats) {
        var change = Statement.change(one);
        var currency = Currency.getInstance(one.currency());
        return new Entry(
                formats.date(one.postedAt()).shown(),
                texts.say("entry." + one.kind().name().toLowerCase(Locale.ROOT)),
                change == 0 ? "" : formats.money(change, currency));
    }
}
