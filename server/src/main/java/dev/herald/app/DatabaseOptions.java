package dev.herald.app;

import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.EmbeddedPostgres;
import dev.herald.platform.StartRefused;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which database: the one that Herald brings along, in a folder, or one of the operator's own. */
final class DatabaseOptions {

    @ArgGroup
    private Choice choice = new Choice();

    private static final class Choice {

        @Option(names = "--data", paramLabel = "DIR", description = "The folder of the embedded database (./data).")
        private Path data = Path.of("data");

        @Option(
                names = "--database-url",
                paramLabel = "URL",
                description = "A PostgreSQL 15 or newer of your own: jdbc:postgresql://host:port/database?user=…"
                        + "&password=…, or user and password in HERALD_DATABASE_USER and HERALD_DATABASE_PASSWORD.")
        private String url = "";
    }

    /** A database that is there, and where the Herald that runs on it can be reached if that is known. */
    interface Reached {

        DatabaseAddress address();

        /** "" if unknown. */
        String published();

        void publish(String pages);
    }

    private record Embedded(EmbeddedPostgres postgres) implements Reached {

        @Override
        public DatabaseAddress address() {
            return postgres.address();
        }

        @Override
        public String published() {
            return postgres.published();
        }

        @Override
        public void publish(String pages) {
            postgres.publish(pages);
        }
    }

    private record External(DatabaseAddress address) implements Reached {

        @Override
        public String published() {
            return "";
        }

        @Override
        public void publish(String pages) {
            // Nobody asks: whoever shares an external database was given its address.
        }
    }

    /** Starts the embedded database, or takes the external one as it is. */
    Reached start(Opened opened) {
        if (!choice.url.isEmpty()) {
            return external();
        }
        return new Embedded(opened.add(EmbeddedPostgres.start(choice.data, System.err::println)));
    }

    /** As {@link #start}, but beside a Herald which runs in the same folder. */
    Reached startOrAttach(Opened opened) {
        if (!choice.url.isEmpty()) {
            return external();
        }
        var running = EmbeddedPostgres.attach(choice.data);
        return running.isPresent() ? new Embedded(opened.add(running.get())) : start(opened);
    }

    /** As {@link #startOrAttach}, for what only makes sense on a database that is there: a folder without one is refused. */
    Reached existing(Opened opened) {
        if (choice.url.isEmpty() && !EmbeddedPostgres.isIn(choice.data)) {
            throw new StartRefused("There is no database in " + choice.data
                    + ": name with --data the folder that herald start or herald demo uses");
        }
        return startOrAttach(opened);
    }

    private Reached external() {
        return new External(DatabaseUrl.parse(choice.url, System.getenv()));
    }
}
