package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Campaigns;
import dev.herald.code.CodeExports;
import dev.herald.code.CodeId;
import dev.herald.code.CodeLine;
import dev.herald.code.CodeSearches;
import dev.herald.code.PromoCode;
import dev.herald.console.Badge.Tone;
import dev.herald.console.CampaignCodesPage.Filter;
import dev.herald.console.CampaignCodesPage.Line;
import dev.herald.console.Shell.Section;
import dev.herald.job.Jobs;
import dev.herald.platform.Answer;
import dev.herald.platform.Download;
import dev.herald.platform.Requests;
import dev.herald.web.Form;
import dev.herald.web.Formats;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The codes of one campaign: looked through, and handed out as a file. */
public final class CampaignCodesRoutes implements HttpService {

    private final Frame frame;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Jobs jobs;
    private final CodeSearches searches;
    private final CodeExports exports;

    public CampaignCodesRoutes(
            Frame frame,
            Campaigns campaigns,
            Ambassadors ambassadors,
            Jobs jobs,
            CodeSearches searches,
            CodeExports exports) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.jobs = jobs;
        this.searches = searches;
        this.exports = exports;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/campaigns/{id}/codes", frame.page(this::list))
                .get("/console/campaigns/{id}/codes.csv", frame.download(this::export));
    }

    static CampaignId id(ServerRequest request) {
        return new CampaignId(Requests.id(request, "id", CampaignId.PREFIX, "campaign"));
    }

    static boolean isOpen(Campaign campaign) {
        return campaign.state() != Campaign.State.ENDED && campaign.state() != Campaign.State.ARCHIVED;
    }

    private Answer list(SignedIn who, ServerRequest request) {
        var brand = who.brand();
        var campaign = campaigns.get(brand.id(), id(request));
        var asked = CodeListInput.of(Form.of(request.query()), brand.id(), jobs, ambassadors);
        var found = searches.find(brand.id(), campaign.id(), asked.filter(), Requests.page(request, CodeId.PREFIX));
        var formats = frame.formats(brand);
        var query = asked.query("");
        var page = new CampaignCodesPage(
                frame.shell(who, request, "Codes of " + campaign.name(), Section.CODES),
                campaign.id().toString(),
                campaign.name(),
                isOpen(campaign),
                asked.form(),
                filters(campaign, asked),
                found.lines().stream()
                        .map(line -> line(line, formats, frame.now()))
                        .toList(),
                next(campaign, query, found),
                note(asked, found),
                query);
        return frame.show(request, 200, "console/campaign_codes.jte", page);
    }

    private static String next(Campaign campaign, String query, CodeSearches.Found found) {
        return found.next() == 0
                ? ""
                : "/console/campaigns/" + campaign.id() + "/codes" + (query.isEmpty() ? "?" : query + "&") + "after="
                        + new CodeId(found.next());
    }

    private static String note(CodeListInput asked, CodeSearches.Found found) {
        if (!found.cutShort()) {
            return "";
        }
        return asked.filter().text().isEmpty()
                ? "So far a thousand codes were looked at. Go on to look further back."
                : "More codes begin like this. Type more of the code to see the others.";
    }

    private static List<Filter> filters(Campaign campaign, CodeListInput asked) {
        var filters = new ArrayList<Filter>();
        var address = "/console/campaigns/" + campaign.id() + "/codes";
        if (asked.owner() != null) {
            filters.add(new Filter(
                    "owner",
                    asked.owner().id().toString(),
                    "Of " + asked.owner().name(),
                    address + asked.query("owner")));
        }
        if (asked.job() != null) {
            filters.add(
                    new Filter("job", asked.job().id().toString(), "Made by one job", address + asked.query("job")));
        }
        return filters;
    }

    static Line line(CodeLine line, Formats formats, Instant now) {
        var code = line.code();
        return new Line(
                code.id().toString(),
                code.display(),
                state(code, now),
                line.ownerName(),
                code.owner() == null ? "" : "/console/ambassadors/" + code.owner(),
                formats.date(line.createdAt()),
                code.expiresAt() == null ? List.of() : List.of(formats.date(code.expiresAt())));
    }

    /** What can be said of a code without its campaign. */
    static Badge state(PromoCode code, Instant now) {
        if (code.status() == PromoCode.Status.DISABLED) {
            return new Badge("Disabled", Tone.BAD);
        }
        if (!code.isLive(now)) {
            return new Badge(code.successor() == null ? "Expired" : "Replaced", Tone.PLAIN);
        }
        if (code.successor() != null) {
            return new Badge("Being replaced", Tone.WARN);
        }
        return code.expiresAt() == null
                ? new Badge("Working", Tone.GOOD)
                : new Badge("Working, with an end", Tone.WARN);
    }

    private Download export(SignedIn who, ServerRequest request) {
        var campaign = campaigns.get(who.brand().id(), id(request));
        var asked = CodeListInput.of(Form.of(request.query()), who.brand().id(), jobs, ambassadors);
        var job = asked.job();
        return exports.of(
                campaign, new CodeExports.Choice(job == null ? null : job.id().value(), null));
    }
}
