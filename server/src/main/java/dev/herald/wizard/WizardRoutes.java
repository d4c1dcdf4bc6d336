package dev.herald.wizard;

import dev.herald.access.Access.SignedIn;
import dev.herald.campaign.CampaignId;
import dev.herald.console.Frame;
import dev.herald.console.Shell.Section;
import dev.herald.planner.CampaignPlan;
import dev.herald.planner.CampaignPlans;
import dev.herald.platform.Answer;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.share.Platform;
import dev.herald.web.Form;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The New-campaign wizard: one page for each step, and every step is kept before the next is shown. */
final class WizardRoutes implements HttpService {

    private static final int LONGEST_VALUE = 10_000;

    private final Frame frame;
    private final CampaignPlans plans;
    private final Readings readings;
    private final StepPages pages;
    private final Launches launches;

    WizardRoutes(Frame frame, CampaignPlans plans, Readings readings, StepPages pages, Launches launches) {
        this.frame = frame;
        this.plans = plans;
        this.readings = readings;
        this.pages = pages;
        this.launches = launches;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/campaigns/new", frame.page(this::begin))
                .get(
                        "/console/campaigns/new/{plan}",
                        frame.page((_, request) ->
                                Answer.redirect("/console/campaigns/new/" + id(request) + "/" + Step.GOAL.word())))
                .get("/console/campaigns/new/{plan}/{step}", frame.page(this::show))
                .post("/console/campaigns/new/{plan}/discard", frame.form(this::discard))
                .post("/console/campaigns/new/{plan}/launch", frame.form((who, request) -> finish(who, request, true)))
                .post("/console/campaigns/new/{plan}/draft", frame.form((who, request) -> finish(who, request, false)))
                .post("/console/campaigns/new/{plan}/{step}", frame.form(this::save));
    }

    private Answer begin(SignedIn who, ServerRequest request) {
        var plan = plans.open(who.brand().id());
        return Answer.redirect(StepPages.address(plan) + "/" + Step.GOAL.word());
    }

    private Answer show(SignedIn who, ServerRequest request) {
        var plan = plans.get(who.brand().id(), id(request));
        var step = step(request);
        return plan.campaign() == null
                ? page(who, request, 200, step, plan, "")
                : Answer.redirect(address(plan.campaign()));
    }

    private Answer save(SignedIn who, ServerRequest request) {
        var step = step(request);
        var form = Form.of(Requests.form(request));
        var go = form.value("go");
        var isLook = go.equals("look");
        var plan = plans.save(who.brand().id(), id(request), typed -> kept(typed, step, form, isLook));
        if (plan.campaign() != null) {
            return Answer.redirect(address(plan.campaign()));
        }
        var base = StepPages.address(plan) + "/";
        if (isLook) {
            return page(who, request, 200, step, plan, "");
        }
        if (go.equals("leave")) {
            return Answer.redirect("/console/campaigns");
        }
        if (go.startsWith("add-")) {
            return added(who, plan, go.substring("add-".length()));
        }
        var wanted = go.equals("back") ? Optional.of(step.previous()) : Step.of(go);
        if (wanted.isPresent()) {
            return Answer.redirect(base + wanted.get().word());
        }
        var reading = readings.checked(who.brand(), plan);
        return reading.hasFaults(step)
                ? page(who, request, 422, step, plan, "")
                : Answer.redirect(base + step.next().word());
    }

    private static Map<String, String> kept(Map<String, String> typed, Step step, Form form, boolean isLook) {
        typed.keySet().removeIf(step::owns);
        form.typed().forEach((field, value) -> {
            if (step.owns(field)) {
                var text = value.replace("\r\n", "\n");
                typed.put(field, text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE));
            }
        });
        if (step == Step.REWARD) {
            RewardFields.closeUp(typed);
        }
        if (!isLook) {
            typed.put(Reading.done(step), "yes");
        }
        return typed;
    }

    /** One more caption to write, without script. */
    private Answer added(SignedIn who, CampaignPlan plan, String word) {
        var platform = Arrays.stream(Platform.values())
                .filter(one -> Choices.word(one).equals(word))
                .findFirst()
                .orElseThrow(() -> RequestRefused.notFound("platform"));
        plans.save(who.brand().id(), plan.id(), typed -> {
            var number = CaptionFields.next(new Form(typed, Map.of()));
            typed.putAll(CaptionFields.field(number, platform, ""));
            return typed;
        });
        return Answer.redirect(StepPages.address(plan) + "/" + Step.CAPTIONS.word() + "#" + word);
    }

    private Answer discard(SignedIn who, ServerRequest request) {
        plans.discard(who.brand().id(), id(request));
        return Answer.redirect("/console/campaigns");
    }

    private Answer finish(SignedIn who, ServerRequest request, boolean launch) {
        var brand = who.brand();
        var plan = plans.get(brand.id(), id(request));
        if (plan.campaign() != null) {
            return Answer.redirect(address(plan.campaign()));
        }
        var reading = readings.checked(brand, plan);
        if (Step.all().stream().anyMatch(reading::hasFaults)) {
            return page(who, request, 422, Step.REVIEW, plan, "");
        }
        try {
            return Answer.redirect(address(
                    launch ? launches.launch(brand, plan.id(), reading) : launches.keep(brand, plan.id(), reading)));
        } catch (RequestRefused refused) {
            return page(who, request, 422, Step.REVIEW, plan, refused.problem().detail());
        }
    }

    private Answer page(SignedIn who, ServerRequest request, int status, Step step, CampaignPlan plan, String refusal) {
        var shell = frame.shell(who, request, "New campaign: " + step.title(), Section.CAMPAIGNS);
        var page = pages.of(who.brand(), shell, step, readings.checked(who.brand(), plan), refusal);
        return frame.show(request, status, page.template(), page);
    }

    static String address(CampaignId campaign) {
        return "/console/campaigns/" + campaign;
    }

    private static CampaignPlan.Id id(ServerRequest request) {
        return new CampaignPlan.Id(Requests.id(request, "plan", CampaignPlan.Id.PREFIX, "plan"));
    }

    private static Step step(ServerRequest request) {
        return Step.of(request.path().pathParameters().get("step")).orElseThrow(() -> RequestRefused.notFound("step"));
    }
}
