package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.access.Brand;
import dev.herald.access.Idempotency;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Campaigns;
import dev.herald.code.BulkCodes;
import dev.herald.code.CodePatterns;
import dev.herald.code.PatternPreview;
import dev.herald.console.Badge.Tone;
import dev.herald.console.NewCodesPage.Preview;
import dev.herald.console.Shell.Section;
import dev.herald.platform.Answer;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.web.Form;
import dev.herald.web.Formats;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** Generates codes for a campaign: what they will look like first, then the work itself. */
public final class NewCodesRoutes implements HttpService {

    private static final String USUAL_COUNT = "1000";
    private static final long MOST = 1_000_000;
    private static final double DAYS = 365;

    /** What the meter takes a strong attack to be. */
    private static final long TRIES_A_DAY = 14_400_000;

    private final Frame frame;
    private final Campaigns campaigns;
    private final CodePatterns patterns;
    private final BulkCodes bulk;
    private final Idempotency idempotency;

    public NewCodesRoutes(
            Frame frame, Campaigns campaigns, CodePatterns patterns, BulkCodes bulk, Idempotency idempotency) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.patterns = patterns;
        this.bulk = bulk;
        this.idempotency = idempotency;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/campaigns/{id}/codes/new", frame.page(this::ask))
                .post("/console/campaigns/{id}/codes", frame.form(this::make));
    }

    private Answer ask(SignedIn who, ServerRequest request) {
        var campaign = open(who, request);
        var form = Form.of(request.query());
        if (!form.has("count")) {
            form = form.with("count", USUAL_COUNT);
        }
        if (!form.has("pattern")) {
            form = form.with(
                    "pattern", patterns.usual(who.brand().id(), count(form).orElse(1)));
        }
        return show(who, request, 200, campaign, form);
    }

    private Answer make(SignedIn who, ServerRequest request) {
        var campaign = open(who, request);
        var form = Form.of(Requests.form(request));
        var count = count(form);
        if (count.isEmpty()) {
            return show(who, request, 422, campaign, form.refused("count", wrongCount(frame.formats(who.brand()))));
        }
        if (!form.has("pattern")) {
            return show(who, request, 422, campaign, form.refused("pattern", "Write a # for each random symbol."));
        }
        try {
            var wish = "codes " + campaign.id() + " " + count.getAsLong() + " " + form.value("pattern");
            return Answer.redirect(idempotency.once(
                    who.brand(),
                    form.value("token"),
                    wish,
                    () -> "/console/jobs/"
                            + bulk.make(campaign, form.value("pattern"), count.getAsLong())
                                    .id()));
        } catch (RequestRefused refused) {
            return show(who, request, 422, campaign, form.refused(refused.problem()));
        }
    }

    private Campaign open(SignedIn who, ServerRequest request) {
        var campaign = campaigns.get(who.brand().id(), CampaignCodesRoutes.id(request));
        campaigns.requireOpen(campaign);
        return campaign;
    }

    private Answer show(SignedIn who, ServerRequest request, int status, Campaign campaign, Form form) {
        var formats = frame.formats(who.brand());
        var shown = form;
        var problem = "";
        var previews = List.<Preview>of();
        var count = count(form);
        if (count.isEmpty()) {
            shown = shown.refused("count", wrongCount(formats));
        } else {
            try {
                var preview = patterns.preview(who.brand().id(), form.value("pattern"), count.getAsLong());
                previews = List.of(preview(who.brand(), campaign, count.getAsLong(), preview));
            } catch (RequestRefused refused) {
                problem = refused.problem().detail();
            }
        }
        var page = new NewCodesPage(
                frame.shell(who, request, "Generate codes", Section.CODES),
                campaign.id().toString(),
                campaign.name(),
                shown,
                UUID.randomUUID().toString(),
                problem,
                previews);
        return frame.show(request, status, "console/new_codes.jte", page);
    }

    private Preview preview(Brand brand, Campaign campaign, long count, PatternPreview shown) {
        var formats = frame.formats(brand);
        var longer = shown.longer() == null
                ? ""
                : "/console/campaigns/" + campaign.id() + "/codes/new?count=" + count + "&pattern="
                        + URLEncoder.encode(shown.longer(), StandardCharsets.UTF_8);
        return new Preview(
                shown.samples(),
                level(shown),
                shown.isHard() ? new Badge("Hard to guess", Tone.GOOD) : new Badge("Guessable", Tone.WARN),
                shown.verdict(),
                "Somebody who tries " + formats.count(TRIES_A_DAY) + " texts a day would find "
                        + hits(formats, shown.hitsAYear() / DAYS) + ".",
                shown.longer() == null ? "" : shown.longer(),
                longer);
    }

    private static String hits(Formats formats, double aDay) {
        if (aDay >= 1) {
            return "about " + formats.count(Math.round(aDay)) + " codes a day";
        }
        var days = 1 / Math.max(aDay, 1e-9);
        return days > 365
                ? "one code in " + formats.count(Math.round(days / 365)) + (days < 547 ? " year" : " years")
                : "one code in " + formats.count(Math.round(days)) + (days < 1.5 ? " day" : " days");
    }

    /** One step of the meter for each hundredfold less to be found. */
    private static int level(PatternPreview shown) {
        if (!shown.isHard()) {
            return shown.hitsAYear() > DAYS ? 1 : 2;
        }
        return shown.hitsAYear() > .07 ? 3 : 4;
    }

    private static OptionalLong count(Form form) {
        var digits = form.value("count").replaceAll("[\\s.,'\u00a0\u202f\u2019]", "");
        if (!digits.matches("[0-9]{1,9}")) {
            return OptionalLong.empty();
        }
        var count = Long.parseLong(digits);
        return count < 1 || count > MOST ? OptionalLong.empty() : OptionalLong.of(count);
    }

    private static String wrongCount(Formats formats) {
        return "Type a whole number from 1 to " + formats.count(MOST) + ".";
    }
}
