package dev.herald.console;

import dev.herald.access.BrandId;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.code.CodeFilter;
import dev.herald.code.CodeFilter.Kept;
import dev.herald.job.Job;
import dev.herald.job.JobId;
import dev.herald.job.Jobs;
import dev.herald.platform.Ids;
import dev.herald.platform.RequestRefused;
import dev.herald.web.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which codes of a campaign a page, a file or a sheet was asked for.
 *
 * @param job absent unless those of one long work are wanted
 * @param owner absent unless those of one ambassador are wanted
 */
record CodeListInput(
        Form form,
        CodeFilter filter,
        @Nullable Job job,
        @Nullable Ambassador owner) {

    static final List<String> FIELDS = List.of("text", "kept", "owner", "job");

    static CodeListInput of(Form form, BrandId brand, Jobs jobs, Ambassadors ambassadors) {
        var job = form.has("job") ? jobs.get(brand, new JobId(id(form.value("job"), JobId.PREFIX, "job"))) : null;
        var owner = form.has("owner")
                ? ambassadors.get(brand, new AmbassadorId(id(form.value("owner"), AmbassadorId.PREFIX, "ambassador")))
                : null;
        var kept = switch (form.value("kept")) {
            case "live" -> Kept.LIVE;
            case "ended" -> Kept.ENDED;
            default -> Kept.ALL;
        };
        var filter = new CodeFilter(kept, owner == null ? null : owner.id(), madeBy(job), form.value("text"));
        return new CodeListInput(form, filter, job, owner);
    }

    private static CodeFilter.@Nullable MadeBy madeBy(@Nullable Job job) {
        return job == null
                ? null
                : new CodeFilter.MadeBy(
                        job.id().value(), job.createdAt(), job.state() == Job.State.DONE ? job.finishedAt() : null);
    }

    private static long id(String text, String prefix, String what) {
        return Ids.parse(prefix, text).orElseThrow(() -> RequestRefused.notFound(what));
    }

    /** As it stands in an address, with its question mark; "" for none. */
    String query(String without) {
        return query(FIELDS.stream().filter(field -> !field.equals(without)), form);
    }

    static String query(Stream<String> fields, Form form) {
        return fields.filter(form::has)
                .map(field -> field + "=" + URLEncoder.encode(form.value(field), StandardCharsets.UTF_8))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("&"), text -> text.isEmpty() ? "" : "?" + text));
    }
}
