package dev.herald.console;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/** The page for addresses of the console that lead nowhere; it has to be asked after all others. */
public final class NowhereRoutes implements HttpService {

    private final Frame frame;

    public NowhereRoutes(Frame frame) {
        this.frame = frame;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/console/*", frame.page((_, request) -> frame.notFound(request)));
    }
}
