package dev.herald.app;

import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.platform.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code herald start}: runs Herald on real data. */
@Command(
        name = "start",
        description = "Runs Herald. The first time it is empty and prints a one-time link to set it up.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Mixin
    private HttpOptions http = new HttpOptions();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private MailOptions mail = new MailOptions();

    @Override
    public Integer call() throws InterruptedException {
        try (var opened = Opened.closedAtExit()) {
            http.refuseTaken();
            var reached = database.start(opened);
            var herald = opened.add(new Herald(reached.address(), InstantSource.system(), mail.server()));
            var url =
                    http.url(opened.add(herald.listen(http.host(), http.port())).port());
            reached.publish(url);
            System.out.println("Herald runs at " + url + "; Ctrl-C stops it.");
            offerSetUp(herald.access(), url);
            opened.awaitEnd();
            return 0;
        }
    }

    /** Herald runs already: should the database go away just now, this waits for it as requests do. */
    private static void offerSetUp(Access access, String url) {
        while (!Opened.processEnds()) {
            try {
                if (!hasLiveBrand(access)) {
                    System.out.println("Set up: " + url + "/setup/" + access.createSetupLink());
                }
                return;
            } catch (Unavailable away) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** A demo brand in the same database does not count. */
    private static boolean hasLiveBrand(Access access) {
        return access.brands().stream()
                .flatMap(id -> access.brand(id).stream())
                .anyMatch(brand -> brand.mode() == Brand.Mode.LIVE);
    }
}
