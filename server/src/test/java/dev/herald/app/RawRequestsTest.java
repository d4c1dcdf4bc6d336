package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.app.Wire.Answered;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes come, each request gets one answer, and no part of a request is taken for another. */
class RawRequestsTest {

    /** What an attacker hides in a body: if it were run, there would be one answer more. */
    private static final String HIDDEN = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";

    /** Comes last on a connection that is still good. */
    private static final String LAST = "GET /health/ready HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private static TestHerald herald;

    @BeforeAll
    static void start() {
        herald = new TestHerald();
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @Nested
    class Hidden_requests {

        @Test
        void a_body_announced_as_too_large_ends_the_connection() throws IOException {
            isRefused(Wire.send(herald, post("Content-Length: 1000001") + HIDDEN + LAST), 413, "body_too_large");
        }

        @Test
        void a_body_that_grows_too_large_in_chunks_ends_the_connection() throws IOException {
            var chunk = Integer.toHexString(100_000) + "\r\n" + "x".repeat(100_000) + "\r\n";
            var bytes = post("Transfer-Encoding: chunked") + chunk.repeat(11) + HIDDEN + LAST;
            isRefused(Wire.send(herald, bytes), 413, "body_too_large");
        }

        @ParameterizedTest
        @ValueSource(ints = {2_000_000, 30_000_000})
        void a_sender_who_reads_only_after_a_body_that_is_too_large_gets_the_answer(int length) throws IOException {
            var body = ("x".repeat(999_999) + "\n").repeat(length / 1_000_000);
            for (var i = 0; i < 20; i++) {
                try (var socket = Wire.connect(herald)) {
                    var out = socket.getOutputStream();
                    out.write((post("Content-Length: " + length) + body).getBytes(StandardCharsets.ISO_8859_1));
                    isRefused(Wire.answers(socket), 413, "body_too_large");
                }
            }
        }

        @Test
        void a_chunk_that_never_ends_is_refused_before_it_fills_the_memory() throws IOException {
            var bytes = post("Transfer-Encoding: chunked") + "7FFFFFFF\r\n" + "x".repeat(2_000_000);
            isRefused(Wire.send(herald, bytes), 413, "body_too_large");
        }

        @Test
        void nor_does_one_that_is_skipped_fill_the_memory() throws IOException {
            var bytes = "POST /v1/redemptions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n7FFFFFFF\r\n";
            assertThat(statuses(Wire.send(herald, bytes + HIDDEN))).containsExactly(401);
        }

        @ParameterizedTest
        @CsvSource({
            "POST,   /v1/redemptions, 401",
            "GET,    /health/live,    200",
            "POST,   /nothing,        404",
            "DELETE, /v1/campaigns,   405"
        })
        void a_body_that_nobody_reads_is_skipped(String method, String path, int status) throws IOException {
            var plain = method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + HIDDEN.length() + "\r\n\r\n"
                    + HIDDEN;
            assertThat(statuses(Wire.send(herald, plain + LAST))).containsExactly(status, 200);
            var chunked = method + " " + path + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + Integer.toHexString(HIDDEN.length()) + "\r\n" + HIDDEN + "\r\n0\r\n\r\n";
            assertThat(statuses(Wire.send(herald, chunked + LAST))).containsExactly(status, 200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Content-Length: 5|Transfer-Encoding: chunked",
                    "Transfer-Encoding: chunked|Content-Length: 5",
                    "Content-Length: 5|Content-Length: 43",
                    "Content-Length: 5, 43",
                    "Content-Length: +5",
                    "Content-Length: 0x5",
                    "Content-Length : 5",
                    "Content-Length: -5",
                    "Content-Length: abc",
                    "Transfer-Encoding: xchunked",
                    "Transfer-Encoding: identity",
                    "Transfer-Encoding: chunked, identity",
                    "Transfer-Encoding: gzip, chunked",
                    "Transfer-Encoding: chunked|Transfer-Encoding: identity",
                    "Transfer-Encoding : chunked",
                    "X: y| Transfer-Encoding: chunked"
                })
        void a_body_whose_end_two_readers_could_see_differently_ends_the_connection(String headers) throws IOException {
            var bytes = post(headers.replace("|", "\r\n")) + "0\r\n\r\n" + HIDDEN + LAST;
            isRefused(Wire.send(herald, bytes), 400, "bad_request");
        }

        @Test
        void the_answer_to_head_has_no_body_that_could_be_taken_for_the_next() throws IOException {
            for (var path : new String[] {"/v1/campaigns", "/nothing"}) {
                var answers = Wire.send(herald, "HEAD " + path + " HTTP/1.1\r\nHost: x\r\n\r\n" + LAST);
                assertThat(answers).hasSize(2);
                assertThat(answers.getFirst().body()).isEmpty();
            }
        }
    }

    @Nested
    class Chunks {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "zz|hello|0||",
                    "-1||",
                    "80000000|x|0||",
                    "100000002|{}|0||",
                    "FFFFFFFFFFFFFFFF|x|0||",
                    "0x2|{}|0||",
                    " 2 |{}|0||",
                    "|{}|0||",
                    "1|{}|0||",
                    "3|{}|0||"
                })
        void a_chunk_that_is_none_ends_the_connection(String chunks) throws IOException {
            var bytes = post("Transfer-Encoding: chunked") + chunks.replace("|", "\r\n") + HIDDEN + LAST;
            isRefused(Wire.send(herald, bytes), 400, "body_incomplete");
        }

        @Test
        void well_formed_chunks_are_a_body() throws IOException {
            var bytes = post("Transfer-Encoding: chunked") + "1\r\n{\r\n1\r\n}\r\n0\r\n\r\n";
            assertThat(statuses(Wire.send(herald, bytes + LAST))).containsExactly(422, 200);
        }
    }

    @Nested
    class Lines_and_headers {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET /%00 HTTP/1.1|Host: x||",
                    "GET /a b c HTTP/1.1|Host: x||",
                    "GET /%zz HTTP/1.1|Host: x||",
                    "GET / HTTP/1.1|Host x||",
                    "GET /health/live HTTP/1.1||",
                    "GET /health/live HTTP/1.1|Host: x|Host: y||",
                    "GET /health/live HTTP/1.1|Host: x|X: a\0b||",
                    "GET /health/live HTTP/1.1|Host: x\rX: y||",
                    "GET /v1/campaigns?limit=%00 HTTP/1.1|Host: x||"
                })
        void what_cannot_be_read_is_a_problem(String lines) throws IOException {
            var answers = Wire.send(herald, lines.replace("|", "\r\n") + LAST);
            assertThat(answers.getFirst().status()).isBetween(400, 499);
            assertThat(answers.getFirst().headers()).contains("application/problem+json");
            assertThat(answers.getFirst().body()).contains("\"code\":");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                    "nonsense\r\n\r\n",
                    "GET /health/live HTTP/1.1\nHost: x\n\n",
                    "POST /v1/redemptions HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                })
        void what_is_not_http_1_1_is_hung_up_on(String bytes) throws IOException {
            assertThat(Wire.send(herald, bytes + HIDDEN)).isEmpty();
        }

        @Test
        void a_very_long_path_or_header_is_a_problem() throws IOException {
            var path = Wire.send(herald, "GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
            var header = Wire.send(herald, "GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(100_000) + "\r\n\r\n");
            assertThat(statuses(path)).allMatch(status -> status / 100 == 4).hasSize(1);
            assertThat(statuses(header)).allMatch(status -> status / 100 == 4).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({
            "PUT,     /v1/campaigns,                             'GET, POST'",
            "DELETE,  /v1/redemptions/batch,                     'GET, POST'",
            "OPTIONS, /v1/campaigns/cmp_0000000000000/launch,    POST",
            "POST,    /v1/campaigns/cmp_0000000000000,           'GET, PATCH'",
            "POST,    /health/live,                              GET"
        })
        void an_address_asked_with_another_method_says_which_it_takes(String method, String path, String allowed)
                throws IOException {
            var answers = Wire.send(herald, method + " " + path + " HTTP/1.1\r\nHost: x\r\n\r\n" + LAST);
            assertThat(statuses(answers)).containsExactly(405, 200);
            assertThat(answers.getFirst().headers()).contains("Allow: " + allowed + "\r\n");
            assertThat(answers.getFirst().body()).contains("method_not_allowed");
        }
    }

    /** All wait at once, because the server's patience is what it is. */
    @Test
    void a_body_that_comes_too_slowly_or_never_is_answered_408() throws IOException {
        var half = new ArrayList<Socket>();
        try (var drip = Executors.newSingleThreadScheduledExecutor()) {
            for (var bytes : List.of(
                    post("Content-Length: 100"),
                    post("Content-Length: 100") + "{\"code\": ",
                    post("Transfer-Encoding: chunked") + "5\r\n{",
                    post("Content-Length: 100") + "{")) {
                half.add(Wire.connect(herald));
                Wire.write(half.getLast(), bytes);
            }
            var dripping = half.getLast();
            var _ = drip.scheduleAtFixedRate(() -> Wire.write(dripping, " "), 0, 1, TimeUnit.SECONDS);
            for (var socket : half) {
                isRefused(Wire.answers(socket), 408, "request_timeout");
            }
            drip.shutdownNow();
        } finally {
            for (var socket : half) {
                socket.close();
            }
        }
    }

    /** One answer, and then the server has hung up. */
    private static void isRefused(List<Answered> answers, int status, String code) {
        assertThat(statuses(answers)).containsExactly(status);
        assertThat(answers.getFirst().headers()).contains("application/problem+json");
        assertThat(answers.getFirst().body()).contains("\"code\":\"" + code + "\"");
    }

    private static List<Integer> statuses(List<Answered> answers) {
        return answers.stream().map(Answered::status).toList();
    }

    private static String post(String headers) {
        return "POST /v1/redemptions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + herald.admin
                + "\r\nContent-Type: application/json\r\n" + headers + "\r\n\r\n";
    }
}
