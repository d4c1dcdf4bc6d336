package dev.herald.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpAnswerTest {

    private static final String ANSWER =
            "HTTP/1.1 201 Created\r\nConnection: keep-alive\r\ncontent-LENGTH: 11\r\nA: b\r\n\r\n{\"id\": \"x\"}";

    @Test
    void an_answer_has_come_when_its_last_byte_has() {
        for (int length = 0; length < ANSWER.length(); length++) {
            assertThat(HttpAnswer.in(bytes(ANSWER), length).status())
                    .as(ANSWER.substring(0, length))
                    .isZero();
        }
        var answer = HttpAnswer.in(bytes(ANSWER + " and more"), ANSWER.length());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.bodyOf(bytes(ANSWER))).asString().isEqualTo("{\"id\": \"x\"}");
    }

    @Test
    void a_refusal_is_told_from_a_success() {
        var refusal = "HTTP/1.1 409 Conflict\r\nContent-Length:0\r\n\r\n";
        assertThat(HttpAnswer.in(bytes(refusal), refusal.length()).status()).isEqualTo(409);
    }

    @Test
    void the_last_answer_of_a_connection_is_known() {
        var last = "HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nConnection: close\r\n\r\n";
        assertThat(HttpAnswer.in(bytes(last), last.length()).last()).isTrue();
        assertThat(HttpAnswer.in(bytes(ANSWER), ANSWER.length()).last()).isFalse();
    }

    @Test
    void an_answer_of_unknown_length_is_a_mistake() {
        var endless = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n";
        assertThatThrownBy(() -> HttpAnswer.in(bytes(endless), endless.length()))
                .hasMessage("An answer without Content-Length");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
