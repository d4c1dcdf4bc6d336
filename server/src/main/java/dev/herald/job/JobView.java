package dev.herald.job;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A job as the API shows it. */
record JobView(
        String id,
        String kind,
        String state,
        long total,
        long done,
        @Nullable Double rate,
        @Nullable Instant estimatedEnd,
        List<JobError> errors,
        long errorCount,
        @JsonRawValue @Nullable String result,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    JobView {
        errors = List.copyOf(errors);
    }

    static JobView of(Job job, Instant now) {
        var rate = job.perSecond(now);
        return new JobView(
                job.id().toString(),
                job.kind(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.total(),
                job.done(),
                job.state() == Job.State.RUNNING ? Math.round(rate * 10) / 10.0 : null,
                rate > 0 ? end(job, now, rate) : null,
                errors(job),
                job.errorCount() + (job.failure() == null ? 0 : 1),
                job.result(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }

    private static Instant end(Job job, Instant now, double rate) {
        var seconds = Math.ceil(Math.max(0, job.total() - job.done()) / rate);
        return now.plus(Duration.ofSeconds((long) Math.min(seconds, 1e9))).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Why it failed comes first. */
    private static List<JobError> errors(Job job) {
        var errors = new ArrayList<JobError>();
        if (job.failure() != null) {
            errors.add(job.failure());
        }
        errors.addAll(job.errors());
        return errors;
    }
}
