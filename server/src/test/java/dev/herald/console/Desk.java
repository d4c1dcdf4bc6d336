package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Brand;
import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import java.util.List;
import java.util.Map;

/** Herald with somebody at its console, and a stranger at the console of another brand. */
final class Desk implements AutoCloseable {

    final TestHerald herald = new TestHerald();
    final Visitor visitor = new Visitor(herald.address.getPort());
    final Visitor stranger = new Visitor(herald.address.getPort());
    final Brand other = herald.herald.access().createBrand("Other", Brand.Mode.LIVE, "Other owner");

    Desk() {
        visitor.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));
        stranger.get("/enter/" + herald.herald.access().createConsoleLink(other.id()));
    }

    /** A page that is shown, with the policy that keeps scripts out. */
    String page(String path) {
        var answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        return answer.body();
    }

    /** Where a form leads that was accepted. */
    String sent(String path, Map<String, String> fields) {
        var answer = visitor.post(path, fields);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Nothing of this brand is there for another one, nor for nobody. */
    void isHidden(List<String> pages, List<String> forms) {
        try (var nobody = new Visitor(herald.address.getPort())) {
            for (var page : pages) {
                assertThat(stranger.get(page).statusCode()).as(page).isEqualTo(404);
                assertThat(nobody.get(page).statusCode()).as(page).isEqualTo(403);
            }
            for (var form : forms) {
                assertThat(stranger.post(form, Map.of("a", "b")).statusCode())
                        .as(form)
                        .isEqualTo(404);
                assertThat(nobody.post(form, Map.of("a", "b")).statusCode())
                        .as(form)
                        .isEqualTo(403);
                assertThat(visitor.post(form, Map.of("a", "b"), "cross-site").statusCode())
                        .as(form)
                        .isEqualTo(403);
            }
        }
    }

    /** The value of a hidden field. */
    static String hidden(String page, String name) {
        return page.replaceAll("(?s).*<input type=\"hidden\" name=\"" + name + "\" value=\"([^\"]*)\".*", "$1");
    }

    String codeId(String code) {
        return herald.get("/v1/codes/" + code).json().get("id").asText();
    }

    @Override
    public void close() {
        visitor.close();
        stranger.close();
        herald.close();
    }
}
