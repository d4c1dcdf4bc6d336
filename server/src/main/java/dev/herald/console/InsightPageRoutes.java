package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.console.Shell.Section;
import dev.herald.insight.PeriodReports;
import dev.herald.platform.Answer;
import dev.herald.platform.Download;
import dev.herald.web.Form;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.LocalDate;

/** The page about any days, and the same as a file. */
public final class InsightPageRoutes implements HttpService {

    private static final String ADDRESS = "/console/insight";

    private final Frame frame;
    private final PeriodReports reports;

    public InsightPageRoutes(Frame frame, PeriodReports reports) {
        this.frame = frame;
        this.reports = reports;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(ADDRESS, frame.page(this::show)).get(ADDRESS + ".csv", frame.download(this::file));
    }

    private Answer show(SignedIn who, ServerRequest request) {
        var rules = rules(who);
        var asked = rules.asked(Form.of(request.query()));
        var choice = asked.choice();
        var report = reports.of(who.brand(), choice);
        var formats = frame.formats(who.brand());
        var page = new InsightPage(
                frame.shell(who, request, "Insight", Section.INSIGHT),
                asked.form().with("currency", report.currency().getCurrencyCode()),
                rules.choices(report.currencies()),
                rules.quick(choice),
                ADDRESS + ".csv?" + request.query().rawValue(),
                new FigureRules(formats).period(report, choice.against()),
                new ChartRules(formats).withoutChoice(report.days()),
                rules.strategies(choice, report),
                new AlikeRules(formats, report.currency()).lines(report.alike()),
                rules.campaigns(report),
                new DeclineRules(formats).lines(report.declines()));
        return frame.show(request, asked.form().hasFaults() ? 422 : 200, "console/insight.jte", page);
    }

    private Download file(SignedIn who, ServerRequest request) {
        return reports.file(
                who.brand(), rules(who).asked(Form.of(request.query())).choice());
    }

    private InsightRules rules(SignedIn who) {
        return new InsightRules(
                frame.formats(who.brand()),
                LocalDate.ofInstant(frame.now(), who.brand().zone()));
    }
}
