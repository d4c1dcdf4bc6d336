package dev.herald.wizard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.access.Access.SignedIn;
import dev.herald.access.Brand;
import dev.herald.campaign.Objective;
import dev.herald.console.Frame;
import dev.herald.console.JobLine;
import dev.herald.console.JobLines;
import dev.herald.console.Shell.Section;
import dev.herald.job.Job;
import dev.herald.job.JobId;
import dev.herald.job.Jobs;
import dev.herald.planner.CampaignPlan;
import dev.herald.planner.CampaignPlans;
import dev.herald.planner.SimulationView;
import dev.herald.planner.SimulationWork;
import dev.herald.planner.Simulations;
import dev.herald.platform.Answer;
import dev.herald.platform.Ids;
import dev.herald.platform.Input;
import dev.herald.platform.Json;
import dev.herald.platform.Page;
import dev.herald.platform.Problem;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.web.Form;
import dev.herald.web.Option;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Simulations on the console: asked for, watched, and looked at. */
final class SimulationPagesRoutes implements HttpService {

    private static final String ADDRESS = "/console/simulations";

    /** Among so many of the latest jobs earlier simulations are looked for. */
    private static final int LOOKED_THROUGH = 100;

    private static final int SHOWN = 10;

    private static final List<Option> VARIED = List.of(
            new Option("", "Nothing: one campaign"),
            new Option("ambassadors", "The number of ambassadors"),
            new Option("discount", "The discount, in percent"),
            new Option("reward", "The reward, in percent"),
            new Option("budget", "The budget for discounts"));

    private final Frame frame;
    private final Jobs jobs;
    private final Simulations simulations;
    private final CampaignPlans plans;

    SimulationPagesRoutes(Frame frame, Jobs jobs, Simulations simulations, CampaignPlans plans) {
        this.frame = frame;
        this.jobs = jobs;
        this.simulations = simulations;
        this.plans = plans;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(ADDRESS, frame.page(this::form))
                .post(ADDRESS, frame.form(this::begin))
                .get(ADDRESS + "/{id}", frame.page(this::show));
    }

    private Answer form(SignedIn who, ServerRequest request) {
        return form(who, request, 200, prefilled(who.brand(), request));
    }

    /** Empty, or as a plan has it, or as an earlier simulation had it. */
    private Form prefilled(Brand brand, ServerRequest request) {
        var asked = Form.of(request.query());
        var fields = new LinkedHashMap<String, String>();
        if (asked.has("plan")) {
            var id = Ids.parse(CampaignPlan.Id.PREFIX, asked.value("plan"))
                    .orElseThrow(() -> RequestRefused.notFound("plan"));
            fields.putAll(SimulationRequest.fields(
                    plans.get(brand.id(), new CampaignPlan.Id(id)).typed()));
        }
        fields.putAll(asked.typed());
        fields.remove("plan");
        return new Form(fields, Map.of());
    }

    private Answer begin(SignedIn who, ServerRequest request) {
        var read = SimulationRequest.read(Form.of(Requests.form(request)), who.brand());
        var form = read.form();
        if (!form.hasFaults()) {
            try {
                var job = simulations.begin(who.brand().id(), Input.of(Json.bytes(read.json())));
                return Answer.redirect(ADDRESS + "/" + job.id());
            } catch (RequestRefused refused) {
                form = refused(form, refused.problem());
            }
        }
        return form(who, request, 422, form);
    }

    private static Form refused(Form form, Problem problem) {
        var faults = Form.EMPTY.refused(problem).faults();
        if (faults.isEmpty()) {
            return form.refused("ambassadors", problem.detail());
        }
        var marked = form;
        for (var fault : faults.entrySet()) {
            var field = fault.getKey().startsWith("vary") ? "values" : fault.getKey();
            marked = marked.refused(field, Reading.forPeople(fault.getValue()));
        }
        return marked;
    }

    private Answer form(SignedIn who, ServerRequest request, int status, Form form) {
        var page = new SimulationsPage(
                frame.shell(who, request, "Simulate a campaign", Section.CAMPAIGNS),
                form,
                Arrays.stream(Objective.values())
                        .map(one -> new Option(Choices.word(one), Choices.title(one)))
                        .toList(),
                VARIED,
                form.typed().keySet().stream()
                        .filter(field -> field.startsWith("assumptions.") || field.equals("currency"))
                        .toList(),
                earlier(who.brand()));
        return frame.show(request, status, "wizard/simulations.jte", page);
    }

    private List<JobLine> earlier(Brand brand) {
        var lines = lines(brand);
        return jobs.list(brand.id(), new Page(LOOKED_THROUGH, Long.MAX_VALUE)).stream()
                .filter(job -> job.kind().equals(SimulationWork.KIND))
                .limit(SHOWN)
                .map(lines::line)
                .toList();
    }

    private Answer show(SignedIn who, ServerRequest request) {
        var job = jobs.get(who.brand().id(), new JobId(Requests.id(request, "id", JobId.PREFIX, "simulation")));
        if (!job.kind().equals(SimulationWork.KIND)) {
            throw RequestRefused.notFound("simulation");
        }
        var formats = frame.formats(who.brand());
        var result = job.result();
        var pictures = result == null || job.state() != Job.State.DONE
                ? null
                : new SimulationPictures(Json.read(result, SimulationView.class), formats);
        var words = new SimulationWords(job.input(JsonNode.class), formats);
        var page = new SimulationPage(
                frame.shell(who, request, "Simulation", Section.CAMPAIGNS),
                lines(who.brand()).line(job),
                words.sentence(),
                ADDRESS + "?" + words.query(),
                pictures == null ? List.of() : pictures.points(),
                pictures == null ? List.of() : pictures.trends());
        return frame.show(request, 200, "wizard/simulation.jte", page);
    }

    private JobLines lines(Brand brand) {
        return new JobLines(frame.formats(brand), frame.now());
    }
}
