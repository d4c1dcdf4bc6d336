package dev.herald.invite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Brand;
import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplyRoutesTest {

    private static final String PAGE = "/console/ambassadors/applications";

    private final TestHerald herald = new TestHerald();
    private final Visitor owner = new Visitor(herald.address.getPort());
    private final Visitor stranger = new Visitor(herald.address.getPort());
    private final String form = "/apply/" + Applications.slug(herald.brand);

    @BeforeEach
    void sign_in() {
        owner.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));
        owner.post(PAGE + "/form", Map.of("open", "yes"));
    }

    @AfterEach
    void stop() {
        owner.close();
        stranger.close();
        herald.close();
    }

    @Test
    void a_closed_form_looks_like_none() {
        var unknown = stranger.get("/apply/heartbeat-0000000000001");
        owner.post(PAGE + "/form", Map.of());

        var closed = stranger.get(form);

        assertThat(closed.statusCode()).isEqualTo(404);
        assertThat(closed.body()).isEqualTo(unknown.body());
        assertThat(stranger.post(form, wish("eve@apply.example")).statusCode()).isEqualTo(404);
    }

    @Test
    void an_application_is_approved_and_gets_a_link() {
        assertThat(stranger.get(form).body()).contains("Become an ambassador", "Heartbeat");

        var sent = stranger.post(form, wish("ava@apply.example"));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(stranger.get(form + "/thanks").body()).contains("Thank you");

        var waiting = owner.get(PAGE).body();
        assertThat(waiting).contains("Ava &lt;Apply&gt;", "ava@apply.example", "12,500 followers", "I run.");
        var approved =
                owner.post(PAGE + "/" + id(waiting) + "/approve", Map.of()).body();
        assertThat(approved).contains("Ava &lt;Apply&gt; is an ambassador now.", "/a/");
        assertThat(herald.get("/v1/ambassadors?q=ava")
                        .json()
                        .at("/data/0/channels/0")
                        .asText())
                .isEqualTo("Instagram");
        assertThat(owner.get(PAGE).body()).contains("Nobody waits", "Approved");
    }

    @Test
    void a_known_address_is_answered_the_same_and_not_doubled() {
        herald.post("/v1/ambassadors", Map.of("name", "Known", "email", "Known@apply.example"));

        var known = stranger.post(form, wish("known@apply.example"));
        var unknown = stranger.post(form, wish("unknown@apply.example"));
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(known.headers().firstValue("Location"))
                .isEqualTo(unknown.headers().firstValue("Location"));
        stranger.post(form, wish("unknown@apply.example"));

        var waiting = owner.get(PAGE).body();
        assertThat(waiting.split("/approve", -1)).hasSize(3);
        for (var one = waiting; one.contains("/approve"); one = owner.get(PAGE).body()) {
            owner.post(PAGE + "/" + id(one) + "/approve", Map.of());
        }
        assertThat(herald.get("/v1/ambassadors?q=known").json().get("data")).hasSize(1);
    }

    @Test
    void declining_can_be_undone() {
        stranger.post(form, wish("dee@apply.example"));
        var id = id(owner.get(PAGE).body());

        assertThat(owner.post(PAGE + "/" + id + "/decline", Map.of()).body()).contains("Declined", "/reconsider");
        owner.post(PAGE + "/" + id + "/reconsider", Map.of());

        assertThat(owner.get(PAGE).body()).contains("dee@apply.example", "/approve");
    }

    @Test
    void what_is_missing_is_said_and_what_was_typed_kept() {
        var fields = wish("no address");
        fields.remove("consent");

        var refused = stranger.post(form, fields);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"no address\"", "Type an e-mail address", "Without your consent", "I run.");
        assertThat(owner.get(PAGE).body()).contains("Nobody waits");
    }

    @Test
    void robots_are_thanked_and_forgotten() {
        var fields = wish("bot@apply.example");
        fields.put("website", "https://spam.example");

        assertThat(stranger.post(form, fields).statusCode()).isEqualTo(303);

        assertThat(owner.get(PAGE).body()).contains("Nobody waits");
    }

    @Test
    void after_five_in_a_while_comes_a_pause() {
        for (var i = 0; i < 5; i++) {
            assertThat(stranger.post(form, wish("t" + i + "@apply.example")).statusCode())
                    .isEqualTo(303);
        }

        var refused = stranger.post(form, wish("t6@apply.example"));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("t6@apply.example", "ten minutes");
    }

    @Test
    void it_speaks_the_readers_language() {
        assertThat(stranger.get(form, "Accept-Language", "de-AT").body()).contains("lang=\"de\"", "Mach mit");
        assertThat(stranger.get(form, "Accept-Language", "fr").body()).contains("lang=\"fr\"", "Devenez ambassadeur");
    }

    @Test
    void another_brand_answers_only_its_own() {
        stranger.post(form, wish("own@apply.example"));
        var id = id(owner.get(PAGE).body());
        var other = herald.herald.access().createBrand("Other", Brand.Mode.TEST, "Otto");
        try (var otto = new Visitor(herald.address.getPort())) {
            otto.get("/enter/" + herald.herald.access().createConsoleLink(other.id()));

            assertThat(otto.get(PAGE).body()).doesNotContain("own@apply.example");
            for (var action : new String[] {"/approve", "/decline", "/reconsider"}) {
                assertThat(otto.post(PAGE + "/" + id + action, Map.of()).statusCode())
                        .isEqualTo(404);
            }
        }
        assertThat(owner.get(PAGE).body()).contains("own@apply.example");
    }

    private static Map<String, String> wish(String email) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", "Ava <Apply>");
        fields.put("email", email);
        fields.put("handle", "@ava");
        fields.put("channels", "Instagram, TikTok");
        fields.put("followers", "12.5k");
        fields.put("why", "I run.");
        fields.put("consent", "yes");
        return fields;
    }

    private static String id(String page) {
        return page.replaceAll("(?s).*?/(app_[0-9A-Z]{13})/approve.*", "$1");
    }
}
