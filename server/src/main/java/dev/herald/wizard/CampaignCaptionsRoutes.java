package dev.herald.wizard;

import dev.herald.access.Access.SignedIn;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.code.Codes;
import dev.herald.code.PromoCode;
import dev.herald.console.Frame;
import dev.herald.console.Shell.Section;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import dev.herald.platform.Json;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.share.CampaignCaptions;
import dev.herald.share.Captions;
import dev.herald.share.Platform;
import dev.herald.web.Form;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the captions of a campaign that is there already. */
final class CampaignCaptionsRoutes implements HttpService {

    private final Frame frame;
    private final Campaigns campaigns;
    private final Codes codes;
    private final Captions captions;

    CampaignCaptionsRoutes(Frame frame, Campaigns campaigns, Codes codes, Captions captions) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.codes = codes;
        this.captions = captions;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/campaigns/{id}/captions", frame.page(this::show))
                .post("/console/campaigns/{id}/captions", frame.form(this::save));
    }

    private Answer show(SignedIn who, ServerRequest request) {
        var campaign = campaigns.get(who.brand().id(), CampaignRoutes.id(request));
        var fields = CaptionFields.of(captions.of(who.brand(), campaign));
        return page(who, request, 200, campaign, new Form(fields, Map.of()));
    }

    private Answer save(SignedIn who, ServerRequest request) {
        var campaign = campaigns.get(who.brand().id(), CampaignRoutes.id(request));
        var form = normal(Form.of(Requests.form(request)));
        var go = form.value("go");
        if (go.equals("look")) {
            return page(who, request, 200, campaign, form);
        }
        if (go.startsWith("add-")) {
            return page(who, request, 200, campaign, added(form, go.substring("add-".length())));
        }
        if (go.equals("first")) {
            captions.save(who.brand().id(), campaign.id(), Captions.defaults(who.brand()));
            return Answer.redirect(WizardRoutes.address(campaign.id()) + "/captions");
        }
        try {
            var json = new Typed(form.typed(), who.brand()).captions();
            var read = Captions.read(Input.of(Json.bytes(json)), who.brand(), campaign);
            captions.save(who.brand().id(), campaign.id(), read);
            return Answer.redirect(WizardRoutes.address(campaign.id()));
        } catch (RequestRefused refused) {
            var faulty = CaptionFields.placed(form, Form.EMPTY.refused(refused.problem()));
            return page(who, request, 422, campaign, faulty);
        }
    }

    private static Form normal(Form form) {
        var typed = new LinkedHashMap<>(form.typed());
        typed.replaceAll((_, value) -> value.replace("\r\n", "\n"));
        return new Form(typed, Map.of());
    }

    private static Form added(Form form, String word) {
        var platform = Arrays.stream(Platform.values())
                .filter(one -> Choices.word(one).equals(word))
                .findFirst()
                .orElseThrow(() -> RequestRefused.notFound("platform"));
        var typed = new LinkedHashMap<>(form.typed());
        typed.putAll(CaptionFields.field(CaptionFields.next(form), platform, ""));
        return new Form(typed, Map.of());
    }

    private Answer page(SignedIn who, ServerRequest request, int status, Campaign campaign, Form form) {
        var brand = who.brand();
        var code = code(campaign);
        var values = Captions.values(brand, campaign, code, "Maya", StepPages.link(brand, code));
        var tags = new CampaignCaptions(List.of(), form.value("tag"), true);
        var page = new CampaignCaptionsPage(
                frame.shell(who, request, "Captions of " + campaign.name(), Section.CAMPAIGNS),
                WizardRoutes.address(campaign.id()),
                campaign.name(),
                form,
                CaptionView.of(form, tags, values, frame.formats(brand)));
        return frame.show(request, status, "wizard/campaign_captions.jte", page);
    }

    /** A real one of the campaign, if there is one. */
    private String code(Campaign campaign) {
        var own = campaign.blanketCode();
        return own != null
                ? own
                : codes.list(campaign.brand(), campaign.id(), new Page(1, Long.MAX_VALUE)).stream()
                        .findFirst()
                        .map(PromoCode::display)
                        .orElse("CODE20");
    }
}
