package dev.herald.console;

import static dev.herald.app.TestHerald.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Brand;
import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmbassadorPagesTest {

    private static final String LIST = "/console/ambassadors";

    private static TestHerald herald;
    private static Visitor visitor;

    @BeforeAll
    static void sign_in() {
        herald = new TestHerald();
        visitor = new Visitor(herald.address.getPort());
        visitor.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));
    }

    @AfterAll
    static void stop() {
        visitor.close();
        herald.close();
    }

    @Nested
    class The_list {

        @Test
        void shows_what_was_searched_and_keeps_it_in_the_form() {
            create("Search <Me>", Map.of("email", "search.me@list.example", "tags", List.of("A & B")));
            create("Somebody Else", Map.of());

            assertThat(page(LIST + "?q=search+me"))
                    .contains("Search &lt;Me&gt;", "1 ambassador found", "value=\"search me\"")
                    .doesNotContain("Somebody Else");
            assertThat(page(LIST + "?tag=a+%26+b"))
                    .contains("Search &lt;Me&gt;")
                    .doesNotContain("Somebody Else");
            assertThat(page(LIST + "?q=nobody+at+all")).contains("Nobody matches");
        }

        @Test
        void finds_the_members_of_a_campaign() {
            var campaign = herald.runningCampaign(Map.of("name", "Members only", "strategy", "personal"));
            herald.enroll(campaign, "Melly Member");

            assertThat(page(LIST + "?campaign=" + campaign))
                    .contains("Melly Member", "1 ambassador found")
                    .doesNotContain("Search &lt;Me");
            assertThat(page(LIST + "?campaign=cmp_0000000000001")).contains("Nobody matches");
        }

        @Test
        void goes_on_by_name_from_page_to_page() {
            for (var name : List.of("Paged Zeta", "Paged alpha", "Paged Éclair", "Paged beta")) {
                create(name, Map.of("tags", List.of("paged")));
            }

            var first = page(LIST + "?tag=paged&order=name&limit=3");
            assertThat(first)
                    .containsSubsequence("Paged alpha", "Paged beta", "Paged Éclair")
                    .doesNotContain("Zeta");
            var next = first.replaceAll("(?s).*href=\"([^\"]*after=[^\"]*)\".*", "$1")
                    .replace("&amp;", "&");
            assertThat(page(next)).contains("Paged Zeta").doesNotContain("Paged alpha");
        }

        @Test
        void leaves_as_a_file_with_the_filters_in_force_and_without_formulas() {
            create("=cmd()", Map.of("email", "+formula@file.example", "handle", "@file", "tags", List.of("file")));

            var file = visitor.get(LIST + ".csv?tag=file");

            assertThat(file.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"ambassadors.csv\"");
            assertThat(file.body().lines().toList()).hasSize(2);
            assertThat(file.body())
                    .startsWith("id,name,email,handle,followers,channels,tags,code,used,revenue,currency,")
                    .contains(",'=cmd(),'+formula@file.example,'@file,5000,,file,,0,,,");
        }
    }

    @Nested
    class A_profile {

        @Test
        void tells_what_somebody_brought_and_how_sure_that_is() {
            var campaign = herald.runningCampaign(Map.of("name", "Profile run", "strategy", "personal"));
            var enrolled = herald.enroll(campaign, "Petra Profile");
            var code = enrolled.at("/code/text").asText();
            assertThat(herald.post("/v1/redemptions", redemption(code, "ann", "profile-1"))
                            .status())
                    .isEqualTo(201);

            assertThat(page(LIST + "/" + enrolled.at("/ambassador/id").asText()))
                    .contains("Petra Profile", "Profile run", "$20.00", "Too early to tell", "Last 90 days")
                    .contains("data-copy=\"" + enrolled.at("/code/display").asText());
        }

        @Test
        void is_made_changed_removed_and_brought_back() {
            var made = visitor.post(LIST + "/new", person("Nora New", "nora@form.example"));
            assertThat(made.statusCode()).isEqualTo(303);
            var address = location(made).replace("?created", "");
            assertThat(page(address)).contains("Nora New", "nora@form.example", "12,500", "Instagram");

            visitor.post(address + "/edit", person("Nora Newer", "nora@form.example"));
            assertThat(page(address)).contains("Nora Newer");

            var removed = visitor.post(address + "/remove", Map.of());
            assertThat(page(location(removed))).contains("Nora Newer was removed", address + "/restore");
            assertThat(page(LIST + "?q=nora+newer")).contains("Nobody matches");
            assertThat(page(LIST + "?q=nora+newer&page=removed")).contains("Nora Newer");
            visitor.post(address + "/restore", Map.of());
            assertThat(page(LIST + "?q=nora+newer")).contains("1 ambassador found");
        }

        @Test
        void keeps_what_was_typed_and_says_what_is_wrong() {
            var refused = visitor.post(LIST + "/new", person("", "no address"));

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("The name is missing.", "“no address” is no e-mail address.", "value=\"no address\"");
        }

        @Test
        void gives_links_that_end_when_they_are_revoked() {
            var address = LIST + "/" + create("Lina Link", Map.of());

            var shown = visitor.post(address + "/link", Map.of()).body();
            var link = shown.replaceAll("(?s).*data-copy=\"(http://[^\"]*/a/[^\"]*)\".*", "$1");
            var path = link.substring(link.indexOf("/a/"));
            assertThat(visitor.get(path).statusCode()).isEqualTo(200);
            assertThat(page(address)).contains("First opened", "One link works").doesNotContain(link);

            visitor.post(address + "/revoke", Map.of());
            assertThat(visitor.get(path).statusCode()).isEqualTo(404);
        }

        @Test
        void disables_codes_for_good_if_that_is_asked_for() {
            var campaign = herald.runningCampaign(Map.of("name", "Disabling", "strategy", "personal"));
            var enrolled = herald.enroll(campaign, "Dora Disabled");

            visitor.post(LIST + "/" + enrolled.at("/ambassador/id").asText() + "/remove", Map.of("codes", "disable"));

            var code = enrolled.at("/code/text").asText();
            assertThat(herald.get("/v1/codes/" + code).json().get("status").asText())
                    .isEqualTo("disabled");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/edit", "/link", "/revoke", "/invite", "/remove", "/restore"})
    void nobody_of_another_brand_is_seen_or_touched(String action) {
        var other = herald.herald.access().createBrand("Other", Brand.Mode.TEST, "Otto");
        var stranger = herald.herald
                .ambassadors()
                .create(other.id(), new dev.herald.ambassador.AmbassadorDraft("Stranger", null, null, 1, List.of()));
        var address = LIST + "/" + stranger.id() + action;

        if (action.isEmpty() || action.equals("/edit")) {
            assertThat(visitor.get(address).statusCode()).isEqualTo(404);
        }
        if (!action.isEmpty()) {
            assertThat(visitor.post(address, person("X", "")).statusCode()).isEqualTo(404);
        }
        assertThat(herald.herald.ambassadors().get(other.id(), stranger.id()).isRemoved())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/new", "/invite", "/import", "/applications/form"})
    void a_form_from_elsewhere_does_nothing(String action) {
        assertThat(visitor.post(LIST + action, person("Cross", ""), "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(page(LIST + "?q=cross")).doesNotContain("Cross</a>");
    }

    @Test
    void without_a_mail_server_links_are_copied() {
        var address = LIST + "/" + create("Manu Mailless", Map.of("email", "manu@mailless.example"));

        assertThat(page(address)).contains("Herald has no mail server").doesNotContain("Send an invitation");
        assertThat(visitor.post(address + "/invite", Map.of()).statusCode()).isEqualTo(409);
    }

    private static Map<String, String> person(String name, String email) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", name);
        fields.put("email", email);
        fields.put("followers", "12.5k");
        fields.put("channels", "Instagram, TikTok");
        return fields;
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String page(String path) {
        var answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String create(String name, Map<String, ?> further) {
        var body = new LinkedHashMap<String, Object>(further);
        body.put("name", name);
        return herald.post("/v1/ambassadors", body).json().get("id").asText();
    }
}
