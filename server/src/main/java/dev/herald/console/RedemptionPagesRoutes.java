package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.access.Brand;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaigns;
import dev.herald.code.Codes;
import dev.herald.console.Shell.Section;
import dev.herald.platform.Answer;
import dev.herald.platform.Download;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.redemption.RedemptionExport;
import dev.herald.redemption.RedemptionId;
import dev.herald.redemption.RedemptionSearches;
import dev.herald.web.Form;
import dev.herald.web.Option;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.List;

/** All redemptions, newest first, narrowed down and handed out as a file. */
public final class RedemptionPagesRoutes implements HttpService {

    private static final int MOST_CAMPAIGNS = 200;

    private final Frame frame;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Codes codes;
    private final RedemptionSearches searches;
    private final RedemptionExport export;

    public RedemptionPagesRoutes(
            Frame frame, Campaigns campaigns, Ambassadors ambassadors, Codes codes, RedemptionSearches searches) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.codes = codes;
        this.searches = searches;
        this.export = new RedemptionExport(searches);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/redemptions", frame.page(this::list))
                .get("/console/redemptions.csv", frame.download(this::file));
    }

    private Answer list(SignedIn who, ServerRequest request) {
        var brand = who.brand();
        var asked = asked(brand, request);
        var page = new Page(
                Page.DEFAULT, Requests.page(request, RedemptionId.PREFIX).before());
        var found = asked.form().hasFaults()
                ? new RedemptionSearches.Found(List.of(), 0, false)
                : searches.find(brand, asked.query(), page);
        var facts = new RedemptionFacts(frame.formats(brand));
        var query = asked.address();
        var model = new RedemptionsPage(
                frame.shell(who, request, "Redemptions", Section.REDEMPTIONS),
                asked.form(),
                campaigns(brand, asked.form()),
                found.lines().stream().map(facts::line).toList(),
                query,
                found.next() == 0
                        ? ""
                        : "/console/redemptions" + (query.isEmpty() ? "?" : query + "&") + "after="
                                + new RedemptionId(found.next()),
                found.cutShort() && asked.query().reversed()
                        ? "So far a thousand redemptions were looked at. Go on to look further back."
                        : "");
        return frame.show(request, asked.form().hasFaults() ? 422 : 200, "console/redemptions.jte", model);
    }

    /** The newest campaigns, and the one that was asked for. */
    private List<Option> campaigns(Brand brand, Form form) {
        var options = new ArrayList<Option>();
        options.add(new Option("", "All campaigns"));
        campaigns
                .list(brand.id(), new Page(MOST_CAMPAIGNS, Long.MAX_VALUE))
                .forEach(campaign -> options.add(new Option(campaign.id().toString(), campaign.name())));
        var chosen = form.value("campaign");
        if (options.stream().noneMatch(option -> option.value().equals(chosen))) {
            options.add(new Option(chosen, chosen));
        }
        return options;
    }

    private Download file(SignedIn who, ServerRequest request) {
        var asked = asked(who.brand(), request);
        if (asked.form().hasFaults()) {
            throw new RequestRefused(
                    422, "invalid_request", "The filter cannot be read. Go back to the list and mend it there.");
        }
        return export.of(who.brand(), asked.query());
    }

    private RedemptionQueryInput asked(Brand brand, ServerRequest request) {
        return RedemptionQueryInput.of(Form.of(request.query()), brand, codes, ambassadors);
    }
}
