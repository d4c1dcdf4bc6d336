package dev.herald.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.console.ConsoleSamples;
import dev.herald.portal.PortalSamples;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

    private static final Assets ASSETS = Assets.fromClassPath();
    private static final Pages PAGES = new Pages(ASSETS);
    private static final Pattern OUR_FILES = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    static Stream<Map.Entry<String, Object>> pages() {
        return Stream.of(
                Map.entry("console/overview.jte", ConsoleSamples.overview(ASSETS)),
                Map.entry("console/campaigns.jte", ConsoleSamples.campaigns(ASSETS)),
                Map.entry("console/campaigns.jte", ConsoleSamples.noCampaigns(ASSETS)),
                Map.entry("console/campaign.jte", ConsoleSamples.campaign(ASSETS)),
                Map.entry("portal/ambassador.jte", PortalSamples.page(ASSETS)),
                Map.entry("console/set_up.jte", ConsoleSamples.setUp(ASSETS)),
                Map.entry("console/welcome.jte", ConsoleSamples.welcome(ASSETS)),
                Map.entry("web/notice.jte", notice("Gone")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_page_needs_a_policy_that_allows_inline_script_or_style(Map.Entry<String, Object> page) {
        assertThat(html(page.getKey(), page.getValue()))
                .doesNotContain(" style=", "<style", "javascript:")
                .doesNotContainPattern(" on[a-z]+=")
                .doesNotContainPattern("<script(?![^>]* src=)");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_file_a_page_names_is_there(Map.Entry<String, Object> page) {
        var files = OUR_FILES
                .matcher(html(page.getKey(), page.getValue()))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(files)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(ASSETS.at(path)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_page_has_a_language_a_title_and_one_heading_of_the_first_rank(Map.Entry<String, Object> page) {
        assertThat(html(page.getKey(), page.getValue()))
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"en\"")
                .containsPattern("<title>[^<]+</title>")
                .containsOnlyOnce("<h1");
    }

    @Test
    void what_people_wrote_stays_text() {
        var hostile = "\"><script>alert(1)</script>";

        assertThat(html("web/notice.jte", notice(hostile))).doesNotContain("<script>alert");
    }

    private static Notice notice(String title) {
        return new Notice(title, "Text", new Notice.Action("Do it", "/console"), Theme.DARK, ASSETS);
    }

    private static String html(String template, Object model) {
        return new String(PAGES.render(template, model), StandardCharsets.UTF_8);
    }
}
