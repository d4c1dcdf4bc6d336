package dev.herald.console;

import dev.herald.campaign.CampaignId;
import dev.herald.console.Badge.Tone;
import dev.herald.console.JobLine.Fault;
import dev.herald.console.JobLine.Link;
import dev.herald.job.Job;
import dev.herald.job.JobError;
import dev.herald.platform.Json;
import dev.herald.web.Formats;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts jobs into words, as they stand at one moment. */
public record JobLines(Formats formats, Instant now) {

    private static final int MOST_FAULTS = 10;

    /** What an open page is told while a job goes on. */
    public record Tick(String state, int percent, String told) {}

    /** A job with all that a page shows of it. */
    public JobLine line(Job job) {
        var faults = faults(job);
        var hidden = job.errorCount() + (job.failure() == null ? 0 : 1) - faults.size();
        return new JobLine(
                job.id().toString(),
                title(job),
                state(job.state()),
                percent(job),
                told(job),
                job.state().isEnd(),
                job.state() == Job.State.CANCELLED || job.state() == Job.State.FAILED,
                job.state() == Job.State.FAILED,
                job.done() == 0 ? List.of() : links(job),
                faults,
                hidden > 0 ? formats.count(hidden) : "",
                formats.time(job.createdAt()));
    }

    Tick tick(Job job) {
        return new Tick(job.state().name().toLowerCase(Locale.ROOT), percent(job), told(job));
    }

    private String title(Job job) {
        var total = formats.count(job.total());
        var done = job.state() == Job.State.DONE;
        return switch (job.kind()) {
            case "make_codes" -> (done ? "Generated " : "Generating ") + total + " codes";
            case "enroll" -> (done ? "Enrolled " : "Enrolling ") + total + " ambassadors";
            case "import_ambassadors" -> (done ? "Imported " : "Importing ") + total + " ambassadors";
            case "send_invitations" -> (done ? "Sent " : "Sending ") + total + " invitations";
            case "simulate" -> (done ? "Simulated " : "Simulating ") + "a campaign " + total + " times";
            case "estimate_credit" -> (done ? "Estimated " : "Estimating ") + "the credit of " + total + " ambassadors";
            default -> plain(job.kind());
        };
    }

    /** For kinds that have no sentence of their own: import_orders is Import orders. */
    private static String plain(String kind) {
        var words = kind.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Badge state(Job.State state) {
        return switch (state) {
            case WAITING -> new Badge("Waiting", Tone.PLAIN);
            case RUNNING -> new Badge("Running", Tone.INFO);
            case CANCELLED -> new Badge("Cancelled", Tone.WARN);
            case DONE -> new Badge("Done", Tone.GOOD);
            case FAILED -> new Badge("Failed", Tone.BAD);
        };
    }

    /** Never 100 before the end. */
    private static int percent(Job job) {
        if (job.state() == Job.State.DONE) {
            return 100;
        }
        return job.total() == 0 ? 0 : (int) Math.min(99, job.done() * 100 / job.total());
    }

    private String told(Job job) {
        var done = formats.count(job.done());
        var ofAll = done + " of " + formats.count(job.total()) + " done";
        return switch (job.state()) {
            case WAITING -> job.done() == 0 ? "Begins in a moment" : ofAll + " \u00b7 goes on in a moment";
            case RUNNING -> done + " done" + pace(job);
            case CANCELLED -> ofAll + " \u00b7 cancelled, and what was done stays";
            case FAILED -> ofAll + " \u00b7 stopped, and what was done stays";
            case DONE -> done + " done" + took(job);
        };
    }

    private String pace(Job job) {
        var rate = job.perSecond(now);
        if (rate <= 0) {
            return "";
        }
        var left = Math.max(0, job.total() - job.done()) / rate;
        var shown = rate >= 10 ? formats.count(Math.round(rate)) : formats.rate(rate);
        return " \u00b7 " + shown + " per second \u00b7 about " + time(left) + " left";
    }

    private String took(Job job) {
        var began = job.startedAt();
        var ended = job.finishedAt();
        return began == null || ended == null
                ? ""
                : " in " + time(Duration.between(began, ended).toMillis() / 1000.0);
    }

    private String time(double seconds) {
        if (seconds < 100) {
            return formats.count(Math.max(1, Math.round(seconds))) + " s";
        }
        return seconds < 100 * 60
                ? formats.count(Math.round(seconds / 60)) + " min"
                : formats.count(Math.round(seconds / 3600)) + " h";
    }

    private static List<Link> links(Job job) {
        if (job.kind().equals("import_ambassadors") || job.kind().equals("send_invitations")) {
            return List.of(new Link("See the ambassadors", "/console/ambassadors"));
        }
        if (job.kind().equals("simulate")) {
            return List.of(new Link("See what came of it", "/console/simulations/" + job.id()));
        }
        var campaign = Json.parse(job.input().getBytes(StandardCharsets.UTF_8))
                .map(input -> input.path("campaign").asLong())
                .orElse(0L);
        if (campaign == 0) {
            return List.of();
        }
        var codes = "/console/campaigns/" + new CampaignId(campaign) + "/codes";
        return switch (job.kind()) {
            case "make_codes" ->
                List.of(
                        new Link("See these codes", codes + "?job=" + job.id()),
                        new Link("Download as CSV", codes + ".csv?job=" + job.id()));
            case "enroll" -> List.of(new Link("See the campaign\u2019s codes", codes));
            case "estimate_credit" ->
                List.of(new Link("See the estimate", "/console/campaigns/" + new CampaignId(campaign) + "/credit"));
            default -> List.of();
        };
    }

    /** Why it failed comes first. */
    private List<Fault> faults(Job job) {
        var errors = new ArrayList<JobError>();
        if (job.failure() != null) {
            errors.add(job.failure());
        }
        errors.addAll(job.errors());
        return errors.stream()
                .limit(MOST_FAULTS)
                .map(error ->
                        new Fault(error.line() == null ? "" : "Line " + formats.count(error.line()), error.detail()))
                .toList();
    }
}
