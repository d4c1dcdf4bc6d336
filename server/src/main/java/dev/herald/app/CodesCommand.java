package dev.herald.app;

import dev.herald.campaign.CampaignId;
import dev.herald.code.BulkCodes;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.StartRefused;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code herald codes …}: makes codes. */
@Command(
        name = "codes",
        description = "Makes codes.",
        subcommands = CodesCommand.Make.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "make")
final class CodesCommand {

    /** {@code herald codes make}: makes unique codes with a bar, also while Herald runs on the same database. */
    @Command(
            name = "make",
            description = "Makes unique codes for a campaign, up to millions of them, and shows how far it is."
                    + " Interrupted, the work goes on where a Herald runs, or with: herald jobs watch.",
            mixinStandardHelpOptions = true)
    static final class Make implements Callable<Integer> {

        @Parameters(paramLabel = "CAMPAIGN", description = "The campaign's id: cmp_….")
        private String campaign = "";

        @Option(
                names = "--count",
                paramLabel = "N",
                required = true,
                description = "How many codes, 1 to " + BulkCodes.MOST + ".")
        private long count;

        @Option(
                names = "--pattern",
                paramLabel = "PATTERN",
                description = "What they look like, with # for each random symbol, such as SPRING-####."
                        + " By default as many symbols as keep them from being guessed.")
        private String pattern = "";

        @Mixin
        private KeyOption key = new KeyOption();

        @Mixin
        private DatabaseOptions database = new DatabaseOptions();

        @Override
        public Integer call() {
            if (count < 1 || count > BulkCodes.MOST) {
                throw new StartRefused("--count must be 1 to " + BulkCodes.MOST + ".");
            }
            try (var opened = Opened.closedAtExit()) {
                var address = database.existing(opened).address();
                var herald = opened.add(new Herald(address, InstantSource.system()));
                var brand = key.caller(opened.add(Database.open(address, 1))).brandId();
                var job = herald.bulkCodes()
                        .make(
                                herald.campaigns().find(brand, id()).orElseThrow(Make::unknown),
                                pattern.isEmpty() ? null : pattern,
                                count);
                System.out.println("Job: " + job.id());
                return JobBar.tellEnd(JobBar.await(herald.jobs(), job), System.out) ? 0 : 1;
            } catch (RequestRefused refused) {
                throw new StartRefused(refused.problem().detail());
            }
        }

        private CampaignId id() {
            return new CampaignId(Ids.parse(CampaignId.PREFIX, campaign).orElseThrow(Make::unknown));
        }

        private static StartRefused unknown() {
            return new StartRefused("There is no such campaign of this key's brand.");
        }
    }
}
