package dev.herald.bench.micro;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.access.BrandSecret;
import dev.herald.access.KeyedHash;
import dev.herald.code.CodeText;
import dev.herald.money.Money;
import dev.herald.platform.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The public parts of a redemption: reading a code, hashing, and JSON in and out. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class RedemptionParts {

    private static final byte[] REQUEST = """
            {"code":"HBQK-Q5W6-A2CD","customer":{"id":"customer-0012345"},
             "order":{"reference":"0a1b2c3d-1234567","amount":12345,"currency":"USD"}}
            """.getBytes(StandardCharsets.UTF_8);

    private final BrandSecret secret = new BrandSecret(new byte[32]);
    private final String typed = " hbqk-q5w6-a2cd ";
    private final String reference = "0a1b2c3d-1234567";
    private final Answer answer = new Answer(
            "red_0123456789abc",
            new Code("cod_0123456789abc", "HBQKQ5W6A2CD", "HBQK-Q5W6-A2CD"),
            reference,
            new Money(2_469, Currency.getInstance("USD")),
            Instant.parse("2026-11-22T12:34:56.789Z"));

    /** In size and kinds of values as the product's own view, which is not public. */
    record Answer(String id, Code code, String order, Money discount, Instant redeemedAt) {}

    record Code(String id, String text, String display) {}

    /** A code as a shopper types it. */
    @Benchmark
    public Optional<CodeText> readCode() {
        return CodeText.typed(typed);
    }

    /** Each redemption hashes its order, customer, key and request. */
    @Benchmark
    public KeyedHash hash() {
        return secret.hash("order", reference);
    }

    @Benchmark
    public Optional<JsonNode> readRequest() {
        return Json.parse(REQUEST);
    }

    @Benchmark
    public byte[] writeAnswer() {
        return Json.bytes(answer);
    }
}
