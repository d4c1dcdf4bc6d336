package dev.herald.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a look must not overlook. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookTest {

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><title>A page</title><style>STYLE</style></head>
            <body><main><h1>A page</h1>BODY</main></body></html>""";

    private final Chromium chromium = new Chromium();

    @AfterAll
    void close_the_browser() {
        chromium.close();
    }

    @Test
    void a_page_without_a_fault_is_sound() {
        look("", "<p>Nothing is wrong here.</p>", Look::isSound);
    }

    @Test
    void faults_are_seen_each_for_itself() {
        refused("", "<img src='data:,'>", "image-alt");
        refused("p { color: #ccc; background: #fff }", "<p>Pale</p>", "color-contrast");
        refused(
                "@media (prefers-color-scheme: dark) { p { color: #333; background: #000 } }",
                "<p>Pale at night</p>",
                "in dark colours");
        refused("p { width: 3000px }", "<p>Wide</p>", "pixels wider");
        refused("", "<a href='/'>Small</a>", "below 44 pixels");
        refused("p + p { margin-top: -30px }", "<p>One</p><p>Another</p>", "on top of another");
        refused(
                "p { width: 50px; overflow: hidden; white-space: nowrap }",
                "<p>More than there is room for</p>",
                "cut off");
    }

    private void refused(String style, String body, String why) {
        look(style, body, look -> assertThatThrownBy(look::isSound).hasMessageContaining(why));
    }

    private void look(String style, String body, Consumer<Look> test) {
        try (var context = chromium.visitor(Window.DESK_LIGHT)) {
            var page = context.newPage();
            page.setContent(PAGE.replace("STYLE", style).replace("BODY", body));
            test.accept(new Look(page));
            assertThat(page.title()).isEqualTo("A page");
        }
    }
}
