package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.attribution.PostImport;
import dev.herald.attribution.PostImport.Outcome;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.console.PostFilePage.Refused;
import dev.herald.console.Shell.Section;
import dev.herald.platform.Answer;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.web.Form;
import dev.herald.web.Formats;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/** The page on which a file of posts is brought in. Sent twice it changes nothing, so that no dry run is needed. */
public final class PostFileRoutes implements HttpService {

    private static final int FAULTS_SHOWN = 20;
    private static final String FILE = "file";
    private static final Outcome NONE = new Outcome(0, 0, List.of());

    private final Frame frame;
    private final Campaigns campaigns;
    private final PostImport imports;

    public PostFileRoutes(Frame frame, Campaigns campaigns, PostImport imports) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.imports = imports;
    }

    @Override
    public void routing(HttpRules rules) {
        var address = "/console/campaigns/{id}/credit/import";
        rules.get(address, frame.page((who, request) -> page(who, request, 200, Form.EMPTY, NONE)))
                .post(address, frame.form(this::upload));
    }

    private Answer upload(SignedIn who, ServerRequest request) {
        var campaign = campaign(who, request);
        var file = Requests.upload(request).file(FILE);
        if (file.isEmpty()) {
            return page(who, request, 422, Form.EMPTY.refused(FILE, "Choose a file."), NONE);
        }
        try {
            var outcome =
                    imports.run(campaign, file.get().content(), who.brand().zone());
            return outcome.kept() == 0
                    ? page(who, request, 422, Form.EMPTY.refused(FILE, nothing(outcome)), outcome)
                    : page(who, request, 200, Form.EMPTY, outcome);
        } catch (RequestRefused refused) {
            return page(
                    who,
                    request,
                    422,
                    Form.EMPTY.refused(FILE, refused.problem().detail()),
                    NONE);
        }
    }

    private static String nothing(Outcome outcome) {
        return outcome.rows() == 0
                ? "The file has no row below its heading."
                : "None of its rows could be taken; above you see why.";
    }

    private Answer page(SignedIn who, ServerRequest request, int status, Form form, Outcome outcome) {
        var campaign = campaign(who, request);
        var formats = frame.formats(who.brand());
        var hidden = outcome.refused().size() - FAULTS_SHOWN;
        var page = new PostFilePage(
                frame.shell(who, request, "Import posts of " + campaign.name(), Section.CAMPAIGNS),
                "/console/campaigns/" + campaign.id() + "/credit",
                campaign.name(),
                form,
                told(outcome, formats),
                outcome.refused().stream()
                        .limit(FAULTS_SHOWN)
                        .map(one -> new Refused(formats.count(one.line()), one.detail()))
                        .toList(),
                hidden > 0 ? formats.count(hidden) : "",
                formats.count(PostImport.MOST_ROWS),
                who.brand().zone().getId());
        return frame.show(request, status, "console/post_file.jte", page);
    }

    private static String told(Outcome outcome, Formats formats) {
        if (outcome.kept() == 0) {
            return "";
        }
        var all = outcome.kept() == outcome.rows() ? "All rows were taken: " : "";
        return all + formats.count(outcome.kept()) + (outcome.kept() == 1 ? " post is" : " posts are") + " known now.";
    }

    private Campaign campaign(SignedIn who, ServerRequest request) {
        var campaign = campaigns.get(who.brand().id(), CampaignRoutes.id(request));
        if (!campaign.strategy().sharesCode()) {
            throw RequestRefused.notFound("page for a campaign in which everybody has a code of his own");
        }
        return campaign;
    }
}
