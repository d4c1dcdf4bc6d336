package dev.herald.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {

    private static final String TYPE = "multipart/form-data; boundary=----WebKitFormBoundaryx1";

    private static final String FORM = """
            ------WebKitFormBoundaryx1
            Content-Disposition: form-data; name="pasted"

            Mia;mia@example.com
            --not the end
            ------WebKitFormBoundaryx1
            Content-Disposition: form-data; name="file"; filename="C:\\people\\Mü%22ller.csv"
            Content-Type: text/csv

            name,email

            ------WebKitFormBoundaryx1--
            """.replace("\n", "\r\n");

    @Test
    void a_form_gives_its_fields_and_files() {
        var form = read(FORM);

        assertThat(form.value("pasted")).isEqualTo("Mia;mia@example.com\r\n--not the end");
        assertThat(form.value("file")).isEmpty();
        assertThat(form.file("pasted")).isEmpty();
        var file = form.file("file").orElseThrow();
        assertThat(file.fileName()).isEqualTo("Mü\"ller.csv");
        assertThat(file.text()).isEqualTo("name,email\r\n");
    }

    @Test
    void no_file_chosen_is_none() {
        var form = read("""
                ------WebKitFormBoundaryx1
                Content-Disposition: form-data; name="file"; filename=""
                Content-Type: application/octet-stream


                ------WebKitFormBoundaryx1--
                """.replace("\n", "\r\n"));

        assertThat(form.file("file")).isEmpty();
        assertThat(form.parts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/csv",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"a\r\nb\"",
                "multipart/mixed; boundary=----WebKitFormBoundaryx1"
            })
    void another_type_is_refused(String type) {
        assertThatThrownBy(() -> Multipart.read(type, FORM.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RequestRefused.class);
    }

    @Test
    void a_form_cut_short_anywhere_is_refused() {
        var whole = FORM.stripTrailing();
        for (var length = 0; length < whole.length(); length++) {
            var part = whole.substring(0, length);
            assertThatThrownBy(() -> read(part)).as(part).isInstanceOf(RequestRefused.class);
        }
        assertThat(read(whole).parts()).hasSize(2);
    }

    @Test
    void text_before_or_after_the_form_is_refused() {
        assertThatThrownBy(() -> read("x" + FORM)).isInstanceOf(RequestRefused.class);
        assertThatThrownBy(() -> read(FORM + "x")).isInstanceOf(RequestRefused.class);
    }

    @Test
    void rubbish_is_read_or_refused_and_nothing_else() {
        var random = new Random(20261123);
        for (var round = 0; round < 2_000; round++) {
            var bytes = FORM.getBytes(StandardCharsets.UTF_8);
            for (var times = random.nextInt(1, 6); times > 0; times--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(Multipart.read(TYPE, bytes).parts()).hasSizeLessThanOrEqualTo(3);
            } catch (RequestRefused refused) {
                assertThat(refused.problem().status()).isEqualTo(400);
            }
        }
    }

    private static Multipart read(String text) {
        return Multipart.read(TYPE, text.getBytes(StandardCharsets.UTF_8));
    }
}
