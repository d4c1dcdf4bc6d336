package dev.herald.app;

import dev.herald.job.Job;
import dev.herald.job.JobError;
import dev.herald.job.Jobs;
import dev.herald.platform.Unavailable;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;

/** Shows on the command line how far a job is, until it ends. */
final class JobBar {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** A file or a pipe keeps every line. */
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private static final int LINE_LENGTH = 100;
    private static final int MOST_ERRORS_TOLD = 10;

    private JobBar() {}

    /** Waits for the end with a bar of what is done, of how much, how long it took and will take, and how fast. */
    static Job await(Jobs jobs, Job job) {
        var now = job;
        try (var bar = bar(job)) {
            while (!now.state().isEnd()) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                now = later(jobs, now);
                bar.stepTo(now.done());
            }
        }
        return now;
    }

    /** Tells how a job ended; true if it is done. */
    static boolean tellEnd(Job job, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%s: %s, %,d of %,d, %,d errors%n",
                job.id(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.done(),
                job.total(),
                job.errorCount());
        if (job.failure() != null) {
            out.println(line(job.failure()));
        }
        job.errors().stream().limit(MOST_ERRORS_TOLD).forEach(error -> out.println(line(error)));
        if (job.result() != null) {
            out.println("Result: " + job.result());
        }
        return job.state() == Job.State.DONE;
    }

    private static String line(JobError error) {
        return (error.line() == null ? "" : "Line " + error.line() + ": ") + error.code() + ": " + error.detail();
    }

    /** A database that is away for a moment is no reason to look away. */
    private static Job later(Jobs jobs, Job job) {
        try {
            return jobs.get(job.brand(), job.id());
        } catch (Unavailable away) {
            return job;
        }
    }

    /** What earlier runs did counts as done but not for the speed. */
    private static ProgressBar bar(Job job) {
        var builder = ProgressBar.builder()
                .setTaskName(job.kind())
                .setInitialMax(job.total())
                .startsFrom(job.done(), Duration.ZERO)
                .showSpeed();
        if (!isOnTerminal()) {
            builder.setConsumer(new DelegatingProgressBarConsumer(System.err::println, LINE_LENGTH))
                    .setUpdateIntervalMillis((int) BETWEEN_LINES.toMillis());
        }
        return builder.build();
    }

    /** By the version of the JVM, there is no console without a terminal, or one that says so. */
    private static boolean isOnTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
}
