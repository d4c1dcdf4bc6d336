package dev.herald.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpDriverTest {

    private static final String ANSWER = "HTTP/1.1 201 Created\r\ncontent-LENGTH: 11\r\nA: b\r\n\r\n{\"id\": \"x\"}";

    @Test
    void an_answer_has_come_when_its_last_byte_has() {
        for (int length = 0; length < ANSWER.length(); length++) {
            assertThat(HttpDriver.statusOf(received(ANSWER.substring(0, length))))
                    .as(ANSWER.substring(0, length))
                    .isZero();
        }
        assertThat(HttpDriver.statusOf(received(ANSWER))).isEqualTo(201);
    }

    @Test
    void a_refusal_is_told_from_a_success() {
        assertThat(HttpDriver.statusOf(received("HTTP/1.1 409 Conflict\r\nContent-Length:0\r\n\r\n")))
                .isEqualTo(409);
    }

    private static ByteBuffer received(String text) {
        return ByteBuffer.allocate(1000).put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
