package dev.herald.app;

import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.platform.Database;
import dev.herald.platform.NodeLease;
import dev.herald.platform.StartRefused;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code herald brand …}: looks after brands. */
@Command(
        name = "brand",
        description = "Makes brands.",
        subcommands = BrandCommand.Create.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "create")
final class BrandCommand {

    /** {@code herald brand create}: makes a live brand, also while Herald runs on the same database. */
    @Command(
            name = "create",
            description = "Makes a brand and prints an admin key and its owner's one-time link.",
            mixinStandardHelpOptions = true)
    static final class Create implements Callable<Integer> {

        private static final int LONGEST_NAME = 100;

        @Parameters(paramLabel = "NAME", description = "What the brand is called.")
        private String name = "";

        @Option(
                names = "--url",
                paramLabel = "URL",
                description = "Where people reach Herald, for the link (as the running Herald says, or"
                        + " http://127.0.0.1:8080).")
        private String url = "";

        @Mixin
        private DatabaseOptions database = new DatabaseOptions();

        @Override
        public Integer call() {
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                throw new StartRefused("A brand's name has 1 to " + LONGEST_NAME + " characters.");
            }
            try (var opened = Opened.closedAtExit()) {
                var reached = database.startOrAttach(opened);
                var db = opened.add(Database.open(reached.address(), 2));
                var ids = opened.add(NodeLease.take(db)).ids();
                var access = new Access(db, ids, InstantSource.system());
                var brand = access.createBrand(name.strip(), Brand.Mode.LIVE, "Owner");
                System.out.println("API key: " + access.createKey(brand, Scope.ADMIN));
                System.out.println("Console: " + base(reached) + "/enter/" + access.createConsoleLink(brand.id()));
                return 0;
            }
        }

        private String base(DatabaseOptions.Reached reached) {
            if (!url.isEmpty()) {
                return url.replaceFirst("/+$", "");
            }
            return reached.published().isEmpty() ? "http://127.0.0.1:8080" : reached.published();
        }
    }
}
