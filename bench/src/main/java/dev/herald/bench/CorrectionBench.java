package dev.herald.bench;

import dev.herald.code.CodesInMemory;
import dev.herald.platform.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** How long it takes to tell which of many codes a mistyped one was meant to be. */
final class CorrectionBench {

    private static final long SEED = 20;
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final int OVER_HTTP = 2_000;

    private final Report report;
    private final Consumer<String> say;

    CorrectionBench(Report report, Consumer<String> say) {
        this.report = report;
        this.say = say;
    }

    /** The look-up alone, as the checkout makes it, without database and HTTP. */
    void inProcess(List<String> codes, int slips) {
        say.accept("Mending slips in memory");
        var memory = new CodesInMemory();
        codes.forEach(memory::enterRandom);
        report.heading(String.format("Correction among %,d codes", codes.size()));
        report.line("| text | tried | put right | another suggested | p50 µs | p99 µs | p99.9 µs |");
        report.line("|---|---:|---:|---:|---:|---:|---:|");
        lookUps("one slip (warm-up)", memory, codes, slips, 1);
        lookUps("one slip", memory, codes, slips, 1);
        lookUps("two slips", memory, codes, slips / 10, 2);
        lookUps(
                "another code altogether",
                memory,
                codes,
                slips / 10,
                codes.getFirst().length());
    }

    private void lookUps(String name, CodesInMemory memory, List<String> codes, int tries, int slipsEach) {
        var random = new SplittableRandom(SEED + slipsEach);
        var slips = new Slips(random);
        var took = new Histogram(LONGEST_NANOS, 3);
        var right = 0;
        var wrong = 0;
        for (var i = 0; i < tries; i++) {
            var owner = random.nextInt(codes.size());
            var typed = codes.get(owner);
            for (var slip = 0; slip < slipsEach; slip++) {
                typed = slips.one(typed);
            }
            var start = System.nanoTime();
            var meaning = memory.correction(typed);
            took.recordValue(System.nanoTime() - start);
            right += meaning.owner() == owner ? 1 : 0;
            wrong += meaning.owner() != owner && meaning.owner() != CodesInMemory.NOBODY ? 1 : 0;
        }
        report.line(
                "| %s | %,d | %,d | %,d | %.1f | %.1f | %.1f |",
                name,
                tries,
                right,
                wrong,
                took.getValueAtPercentile(50) / 1e3,
                took.getValueAtPercentile(99) / 1e3,
                took.getValueAtPercentile(99.9) / 1e3);
    }

    /** Whole validations by one caller after the other; each finds the code unknown and another to suggest. */
    void overHttp(HeraldProcess server, List<String> codes, int most) throws IOException {
        say.accept("Mending slips over HTTP");
        var tries = Math.min(OVER_HTTP, most);
        var random = new SplittableRandom(SEED);
        var slips = new Slips(random);
        var took = new Histogram(LONGEST_NANOS, 3);
        var right = 0;
        // The first half warms the server up.
        for (var i = 0; i < 2 * tries; i++) {
            var code = codes.get(random.nextInt(codes.size()));
            var body = body(slips.one(code), i);
            var start = System.nanoTime();
            var answer = server.post("/v1/validations", body);
            var nanos = System.nanoTime() - start;
            if (i >= tries) {
                took.recordValue(nanos);
                var suggested = LookAlikes.plain(answer.get("suggestions").toString());
                right += suggested.contains(LookAlikes.plain(code)) ? 1 : 0;
            }
        }
        report.line(
                "Validations of one slip over HTTP: %,d of %,d suggest the right code; p50 %.2f ms, p99 %.2f ms.",
                right, tries, took.getValueAtPercentile(50) / 1e6, took.getValueAtPercentile(99) / 1e6);
    }

    /** Of a shopper of its own: each is helped a few times only. */
    private static String body(String typed, int shopper) {
        return Json.text(Map.of(
                "code", typed,
                "customer", Map.of("id", "mistyping-" + shopper),
                "order", Map.of("reference", "mistyped-" + shopper, "amount", 10_000, "currency", "USD")));
    }
}
