package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.http.HttpRules;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The OpenAPI document and the routes are the same list; every answer in other tests is checked against it too. */
class OpenApiTest {

    @Test
    void every_api_route_is_documented_and_every_documented_operation_has_a_route() {
        try (var herald = new TestHerald()) {
            var routes = new TreeSet<String>();
            herald.herald.services().forEach(service -> service.routing(recording(routes)));
            routes.removeIf(route -> !route.contains(" /v1/")
                    && !route.contains(" /health/")
                    && !route.contains(" /metrics")
                    && !route.contains(" /openapi.json"));
            assertThat(OpenApi.operations()).isEqualTo(routes);
            assertThat(herald.get("/openapi.json").json().get("openapi").asText())
                    .startsWith("3.1");
        }
    }

    @Test
    void an_answer_that_lacks_what_the_document_requires_is_found() {
        assertThat(OpenApi.faults("GET", "/health/live", 200, "{}")).containsExactly(" lacks status");
        assertThat(OpenApi.faults("GET", "/health/live", 200, "{\"status\": 1}"))
                .hasSize(1);
        assertThat(OpenApi.faults("GET", "/health/live", 200, "{\"status\": \"live\", \"more\": 1}"))
                .hasSize(1);
        assertThat(OpenApi.faults("GET", "/health/live", 201, "{\"status\": \"live\"}"))
                .hasSize(1);
    }

    private static HttpRules recording(Set<String> routes) {
        return (HttpRules) Proxy.newProxyInstance(
                HttpRules.class.getClassLoader(), new Class<?>[] {HttpRules.class}, (rules, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof String path) {
                        routes.add(method.getName().toUpperCase(Locale.ROOT) + " " + path);
                    }
                    return rules;
                });
    }
}
