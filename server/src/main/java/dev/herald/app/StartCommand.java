package dev.herald.app;

import dev.herald.access.Access;
import dev.herald.access.Brand;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code herald start}: runs Herald on real data. */
@Command(
        name = "start",
        description = "Runs Herald. The first time it is empty and prints a one-time link to set it up.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

    @Mixin
    private HttpOptions http = new HttpOptions();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Override
    public Integer call() throws InterruptedException {
        try (var opened = Opened.closedAtExit()) {
            http.refuseTaken();
            var reached = database.start(opened);
            var herald = opened.add(new Herald(reached.address(), InstantSource.system()));
            var url =
                    http.url(opened.add(herald.listen(http.host(), http.port())).port());
            reached.publish(url);
            System.out.println("Herald runs at " + url + "; Ctrl-C stops it.");
            if (!hasLiveBrand(herald.access())) {
                System.out.println(
                        "Set up: " + url + "/setup/" + herald.access().createSetupLink());
            }
            opened.awaitEnd();
            return 0;
        }
    }

    /** A demo brand in the same database does not count. */
    private static boolean hasLiveBrand(Access access) {
        return access.brands().stream()
                .flatMap(id -> access.brand(id).stream())
                .anyMatch(brand -> brand.mode() == Brand.Mode.LIVE);
    }
}
