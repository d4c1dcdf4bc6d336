package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

/** What every refusal looks like. */
final class Problems {

    private Problems() {}

    static void isProblem(TestHerald.Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.raw().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(reply.json().get("detail").asText()).isNotBlank();
    }
}
