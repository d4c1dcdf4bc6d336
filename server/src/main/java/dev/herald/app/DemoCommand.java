package dev.herald.app;

import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.planner.DemoTrickle;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code herald demo}: runs Herald with a brand to look at. */
@Command(
        name = "demo",
        description = "Runs Herald with a demo brand, and prints a one-time link to its console and a new admin key.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final String BRAND = "Heartbeat";
    private static final Duration BETWEEN_ORDERS = Duration.ofSeconds(12);

    @Mixin
    private HttpOptions http = new HttpOptions();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--still", description = "Nobody buys while it runs; otherwise an order comes every few seconds.")
    private boolean still;

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
            var brand = demoBrand(herald.access());
            herald.demo().fill(brand);
            herald.access().revokeKeys(brand.id());
            System.out.println("Console: " + url + "/enter/" + herald.access().createConsoleLink(brand.id()));
            System.out.println("API key: " + herald.access().createKey(brand, Scope.ADMIN));
            System.out.println("Ctrl-C stops Herald.");
            if (!still) {
                var checkout = herald.access().createKey(brand, Scope.CHECKOUT);
                var codes = herald.demo().liveCodes(brand);
                opened.add(new DemoTrickle(url, checkout, codes, BETWEEN_ORDERS, InstantSource.system()));
            }
            opened.awaitEnd();
            return 0;
        }
    }

    private static Brand demoBrand(Access access) {
        return access.brands().stream()
                .flatMap(id -> access.brand(id).stream())
                .filter(brand -> brand.mode() == Brand.Mode.TEST && brand.name().equals(BRAND))
                .findFirst()
                .orElseGet(() -> newBrand(access));
    }

    private static Brand newBrand(Access access) {
        System.err.println("Telling the demo brand's last 90 days");
        return access.createBrand(BRAND, Brand.Mode.TEST, "Demo owner");
    }
}
