package dev.herald.app;

import dev.herald.job.JobId;
import dev.herald.job.Jobs;
import dev.herald.platform.Database;
import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.Ids;
import dev.herald.platform.NodeLease;
import dev.herald.platform.StartRefused;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code herald jobs …}: looks after long work. */
@Command(
        name = "jobs",
        description = "Watches long work.",
        subcommands = JobsCommand.Watch.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "watch")
final class JobsCommand {

    /** {@code herald jobs watch}: shows how far a job is; where no Herald runs it carries the job out itself. */
    @Command(
            name = "watch",
            description =
                    "Shows how far a job is until it ends. If no Herald runs on the database, this carries it out.",
            mixinStandardHelpOptions = true)
    static final class Watch implements Callable<Integer> {

        @Parameters(paramLabel = "JOB", description = "The job's id: job_….")
        private String job = "";

        @Mixin
        private KeyOption key = new KeyOption();

        @Mixin
        private DatabaseOptions database = new DatabaseOptions();

        private final Function<DatabaseAddress, Herald> herald;

        Watch() {
            this(address -> new Herald(address, InstantSource.system()));
        }

        /** With a Herald that may know further kinds of work. */
        Watch(Function<DatabaseAddress, Herald> herald) {
            this.herald = herald;
        }

        @Override
        public Integer call() {
            try (var opened = Opened.closedAtExit()) {
                var address = database.existing(opened).address();
                var db = opened.add(Database.open(address, 2));
                var caller = key.caller(db);
                var jobs = jobs(opened, db, address);
                var found = jobs.find(caller.brandId(), id()).orElseThrow(Watch::unknown);
                return JobBar.tellEnd(JobBar.await(jobs, found), System.out) ? 0 : 1;
            }
        }

        private JobId id() {
            return new JobId(Ids.parse(JobId.PREFIX, job).orElseThrow(Watch::unknown));
        }

        private Jobs jobs(Opened opened, Database db, DatabaseAddress address) {
            return NodeLease.isAnyTaken(db)
                    ? new Jobs(db, new Ids(0), InstantSource.system())
                    : opened.add(herald.apply(address)).jobs();
        }

        private static StartRefused unknown() {
            return new StartRefused("There is no such job of this key's brand.");
        }
    }
}
