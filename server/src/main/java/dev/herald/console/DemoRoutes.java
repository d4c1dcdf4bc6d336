package dev.herald.console;

import dev.herald.access.Access;
import dev.herald.access.Access.SignedIn;
import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.planner.DemoBrand;
import dev.herald.platform.Answer;
import dev.herald.web.Pages;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from a brand into a demo brand of its own, and back. */
public final class DemoRoutes implements HttpService {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRoutes.class);

    private final Access access;
    private final DemoBrand demo;
    private final Door door;
    private final Set<BrandId> filling = ConcurrentHashMap.newKeySet();

    public DemoRoutes(Access access, DemoBrand demo, Pages pages) {
        this.access = access;
        this.demo = demo;
        this.door = new Door(access, pages);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/console/demo", door.form(this::enter)).post("/console/home", door.form(this::leave));
    }

    /** The data come in while the visitor looks around already. */
    private Answer enter(SignedIn who, ServerRequest request) {
        if (who.brand().mode() == Brand.Mode.TEST) {
            return Answer.redirect("/console");
        }
        var brand = access.demoOf(who.brand(), "Heartbeat", who.name());
        var session = access.enter(access.createConsoleLink(brand.id())).orElseThrow();
        fill(brand);
        return door.letInFrom(request, Answer.redirect("/console"), session);
    }

    private Answer leave(SignedIn who, ServerRequest request) {
        return door.letBack(request, Answer.redirect("/console"));
    }

    private void fill(Brand brand) {
        if (filling.add(brand.id())) {
            Thread.ofVirtual().name("demo").start(() -> {
                try {
                    demo.fill(brand);
                } catch (RuntimeException e) {
                    LOG.warn("The demo brand could not be filled; entering it again goes on", e);
                } finally {
                    filling.remove(brand.id());
                }
            });
        }
    }
}
