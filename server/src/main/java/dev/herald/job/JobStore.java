package dev.herald.job;

import dev.herald.access.BrandId;
import dev.herald.platform.Json;
import dev.herald.platform.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of jobs. */
final class JobStore {

    private final Handle tx;

    JobStore(Handle tx) {
        this.tx = tx;
    }

    /** A job whose row is locked, with what only those who carry it out have to know. */
    record Locked(Job job, int run, int broken) {}

    void insert(Job job) {
        tx.createUpdate("""
                        insert into job (brand_id, job_id, kind, input, total, created_at)
                        values (:brand, :id, :kind, :input::jsonb, :total, :at)
                        """)
                .bind("brand", job.brand().value())
                .bind("id", job.id().value())
                .bind("kind", job.kind())
                .bind("input", job.input())
                .bind("total", job.total())
                .bind("at", job.createdAt())
                .execute();
    }

    /**
     * Has a run of a job begin as soon as a node is free. Written straight into the scheduler's table, because the
     * scheduler would use a connection of its own, and job and schedule are one transaction.
     */
    void schedule(Job job, int run, Instant at) {
        tx.createUpdate("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values (:kind, :instance, :at, false, 1)
                        """)
                .bind("kind", job.kind())
                .bind("instance", new JobRun.Name(job.brand(), job.id(), run).toString())
                .bind("at", at)
                .execute();
    }

    Optional<Job> find(BrandId brand, JobId id) {
        return tx.createQuery("""
                        select brand_id, job_id, kind, input, state, total, done, cursor, errors, error_count, failure,
                               result, pace, created_at, started_at, finished_at
                          from job
                         where brand_id = :brand
                           and job_id = :id
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> job(row))
                .findOne();
    }

    /** Lets one request for this kind of work after another look whether it is under way. */
    void lockKind(BrandId brand, String kind) {
        tx.createQuery("select 1 from pg_advisory_xact_lock(hashtextextended('job ' || :kind, :brand))")
                .bind("kind", kind)
                .bind("brand", brand.value())
                .mapTo(Integer.class)
                .one();
    }

    /** The latest of this kind and input that has not ended, of the brand's last thousand jobs. */
    Optional<Job> underWay(BrandId brand, String kind, String input) {
        return tx.createQuery("""
                        select brand_id, job_id, kind, input, state, total, done, cursor, errors, error_count, failure,
                               result, pace, created_at, started_at, finished_at
                          from job
                         where brand_id = :brand
                           and job_id >= coalesce((select job_id
                                                     from job
                                                    where brand_id = :brand
                                                    order by job_id desc
                                                   offset 999
                                                    limit 1), 0)
                           and kind = :kind
                           and state in ('waiting', 'running')
                           and input = :input::jsonb
                         order by job_id desc
                         limit 1
                        """)
                .bind("brand", brand.value())
                .bind("kind", kind)
                .bind("input", input)
                .map((row, _) -> job(row))
                .findOne();
    }

    /** Of each only the first ten errors: a thousand jobs with a thousand errors are no list. */
    List<Job> list(BrandId brand, Page page) {
        return tx.createQuery("""
                        select brand_id, job_id, kind, input, state, total, done, cursor,
                               jsonb_path_query_array(errors, '$[0 to 9]') as errors, error_count, failure,
                               result, pace, created_at, started_at, finished_at
                          from job
                         where brand_id = :brand
                           and job_id < :before
                         order by job_id desc
                         limit :fetch
                        """)
                .bind("brand", brand.value())
                .bind("before", page.before())
                .bind("fetch", page.fetch())
                .map((row, _) -> job(row))
                .list();
    }

    /** Makes whoever else would change the job wait. Its errors are left where they are. */
    Optional<Locked> lock(BrandId brand, JobId id) {
        return tx.createQuery("""
                        select brand_id, job_id, kind, input, state, total, done, cursor, '[]' as errors, error_count,
                               failure, result, pace, created_at, started_at, finished_at, run, broken
                          from job
                         where brand_id = :brand
                           and job_id = :id
                           for update
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> new Locked(job(row), row.getInt("run"), row.getInt("broken")))
                .findOne();
    }

    void begin(Job job, Instant at) {
        tx.createUpdate("""
                        update job
                           set state = 'running', started_at = coalesce(started_at, :at), pace = :pace::jsonb
                         where brand_id = :brand
                           and job_id = :id
                        """)
                .bind("at", at)
                .bind("pace", Json.text(Pace.beginning(at, job.done())))
                .bind("brand", job.brand().value())
                .bind("id", job.id().value())
                .execute();
    }

    void save(Job job, Progress progress, Instant at) {
        var room = Math.max(0, Job.MOST_ERRORS - job.errorCount());
        var kept = progress.errors().stream().limit(room).toList();
        tx.createUpdate("""
                        update job
                           set done = done + :count, cursor = :cursor::jsonb, error_count = error_count + :error_count,
                               errors = case when :kept then errors || :errors::jsonb else errors end,
                               state = case when :finished then 'done' else state end,
                               finished_at = case when :finished then :at::timestamptz end,
                               result = :result::jsonb, pace = :pace::jsonb, broken = 0
                         where brand_id = :brand
                           and job_id = :id
                        """)
                .bind("count", progress.count())
                .bind("cursor", progress.cursor())
                .bind("error_count", progress.errors().size())
                .bind("kept", !kept.isEmpty())
                .bind("errors", Json.text(kept))
                .bind("finished", progress.finished())
                .bind("result", progress.result())
                .bind("pace", Json.text(job.pace().later(at, job.done() + progress.count())))
                .bind("at", at)
                .bind("brand", job.brand().value())
                .bind("id", job.id().value())
                .execute();
    }

    void countBroken(Job job) {
        tx.createUpdate("""
                        update job
                           set broken = broken + 1
                         where brand_id = :brand
                           and job_id = :id
                        """)
                .bind("brand", job.brand().value())
                .bind("id", job.id().value())
                .execute();
    }

    void fail(Job job, JobError failure, Instant at) {
        end(job, "failed", failure, at);
    }

    void cancel(Job job, Instant at) {
        end(job, "cancelled", null, at);
    }

    private void end(Job job, String state, @Nullable JobError failure, Instant at) {
        tx.createUpdate("""
                        update job
                           set state = :state, failure = :failure::jsonb, finished_at = :at
                         where brand_id = :brand
                           and job_id = :id
                        """)
                .bind("state", state)
                .bind("failure", failure == null ? null : Json.text(failure))
                .bind("at", at)
                .bind("brand", job.brand().value())
                .bind("id", job.id().value())
                .execute();
    }

    void resume(Job job) {
        tx.createUpdate("""
                        update job
                           set state = 'waiting', run = run + 1, failure = null, broken = 0, finished_at = null
                         where brand_id = :brand
                           and job_id = :id
                        """)
                .bind("brand", job.brand().value())
                .bind("id", job.id().value())
                .execute();
    }

    /** Whether a job, of whichever brand, waits for a node that is free. */
    boolean anyDue(Instant now) {
        return tx.createQuery("""
                        select exists (select
                                         from scheduled_tasks
                                        where not picked
                                          and execution_time <= :now)
                        """).bind("now", now).mapTo(Boolean.class).one();
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                new BrandId(row.getLong("brand_id")),
                new JobId(row.getLong("job_id")),
                row.getString("kind"),
                row.getString("input"),
                Job.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("total"),
                row.getLong("done"),
                row.getString("cursor"),
                List.of(Json.read(row.getString("errors"), JobError[].class)),
                row.getLong("error_count"),
                failure(row.getString("failure")),
                row.getString("result"),
                Json.read(row.getString("pace"), Pace.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable JobError failure(@Nullable String json) {
        return json == null ? null : Json.read(json, JobError.class);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
