package dev.herald.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginTest {

    private static final String HOST = "herald.example:8080";

    @Test
    void our_own_form_is_allowed() {
        assertThat(SameOrigin.allows("same-origin", "http://" + HOST, HOST)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", "nonsense"})
    void a_form_from_anywhere_else_is_not(String fetchSite) {
        assertThat(SameOrigin.allows(fetchSite, "http://" + HOST, HOST)).isFalse();
    }

    @Test
    void an_old_browser_has_to_name_our_origin() {
        assertThat(SameOrigin.allows("", "https://" + HOST, HOST)).isTrue();
        assertThat(SameOrigin.allows("", "http://herald.example", HOST)).isFalse();
        assertThat(SameOrigin.allows("", "http://evil.example", HOST)).isFalse();
        assertThat(SameOrigin.allows("", "null", HOST)).isFalse();
        assertThat(SameOrigin.allows("", "not an origin", HOST)).isFalse();
        assertThat(SameOrigin.allows("", "", HOST)).isFalse();
        assertThat(SameOrigin.allows("", "null", "")).isFalse();
    }
}
