package dev.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClickRulesTest {

    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                PHONE,
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36 Instagram 300.0",
                "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile musical_ly_2022 BytedanceWebview/d8a21c6"
            })
    void a_browser_is_somebody(String agent) {
        assertThat(ClickRules.isPerson("GET", "", agent)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
                "WhatsApp/2.23.20.0",
                "TelegramBot (like TwitterBot)",
                "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
                "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/140.0",
                "curl/8.14.1",
                "Python-urllib/3.13"
            })
    void a_program_is_nobody(String agent) {
        assertThat(ClickRules.isPerson("GET", "", agent)).isFalse();
    }

    @Test
    void a_browser_that_fetches_ahead_or_only_asks_is_nobody_yet() {
        assertThat(ClickRules.isPerson("GET", "prefetch", PHONE)).isFalse();
        assertThat(ClickRules.isPerson("GET", "prefetch;prerender", PHONE)).isFalse();
        assertThat(ClickRules.isPerson("GET", "preview", PHONE)).isFalse();
        assertThat(ClickRules.isPerson("HEAD", "", PHONE)).isFalse();
    }
}
