package dev.herald.reward;

import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.platform.Answer;
import dev.herald.platform.Download;
import dev.herald.platform.Requests;
import dev.herald.reward.LedgerRoutes.Amount;
import dev.herald.reward.LedgerRoutes.EntryView;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.YearMonth;
import java.util.List;

/** An ambassador's statement of a month, over HTTP. */
public final class StatementRoutes implements HttpService {

    private static final String ADDRESS = "/v1/ambassadors/{id}/statements/{month}";

    private final Gate gate;
    private final Ambassadors ambassadors;
    private final Rewards rewards;

    public StatementRoutes(Gate gate, Ambassadors ambassadors, Rewards rewards) {
        this.gate = gate;
        this.ambassadors = ambassadors;
        this.rewards = rewards;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(ADDRESS, gate.reads(Scope.ADMIN, this::show))
                .get(ADDRESS + "/entries.csv", gate.downloads(Scope.ADMIN, this::export));
    }

    record SheetView(
            Amount opening, Amount earned, Amount takenBack, Amount paid, Amount closing, List<EntryView> entries) {

        static SheetView of(Statement one) {
            return new SheetView(
                    new Amount(one.opening(), one.currency()),
                    new Amount(one.earned(), one.currency()),
                    new Amount(one.takenBack(), one.currency()),
                    new Amount(one.paid(), one.currency()),
                    new Amount(one.closing(), one.currency()),
                    one.entries().stream().map(EntryView::of).toList());
        }
    }

    record StatementView(String month, List<SheetView> currencies) {}

    private Answer show(Caller caller, ServerRequest request) {
        var month = Requests.month(request, "month");
        var sheets =
                statements(caller, request, month).stream().map(SheetView::of).toList();
        return Answer.ok(new StatementView(month.toString(), sheets));
    }

    private Download export(Caller caller, ServerRequest request) {
        var month = Requests.month(request, "month");
        return StatementExport.of(month, statements(caller, request, month));
    }

    private List<Statement> statements(Caller caller, ServerRequest request, YearMonth month) {
        var id = new AmbassadorId(Requests.id(request, "id", AmbassadorId.PREFIX, "ambassador"));
        var ambassador = ambassadors.get(caller.brandId(), id).id();
        return rewards.statements(
                caller.brandId(), ambassador, month, caller.brand().zone());
    }
}
