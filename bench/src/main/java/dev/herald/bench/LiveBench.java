package dev.herald.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.app.Herald;
import dev.herald.platform.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** How soon open ambassadors' pages are told of a redemption, and what it costs the server that they are open. */
final class LiveBench {

    private static final double MILLION = 1e6;

    /** What a shop gets that a brand's own server could stand beside it. */
    private static final String HEAP = "256m";

    private record Member(String page, String enrollment, String code) {}

    private final int pages;
    private final int rounds;
    private final Series series;
    private final Path folder;
    private final Consumer<String> say;

    LiveBench(int pages, int rounds, Series series, Path folder, Consumer<String> say) {
        this.pages = pages;
        this.rounds = rounds;
        this.series = series;
        this.folder = folder;
        this.say = say;
    }

    void run() throws IOException {
        String key;
        try (var herald = new Herald(series.database().address(), InstantSource.system())) {
            var brand = herald.access().createBrand("Open pages", Brand.Mode.TEST, "Bench");
            key = herald.access().createKey(brand, Scope.ADMIN);
        }
        try (var server = HeraldProcess.start(series.database().address(), key, folder, HEAP)) {
            var before = server.mostResidentMegabytes();
            var people = people(server);
            series.report().heading(String.format("%,d open pages on one server, a heap of %s", pages, HEAP));
            shared(server, members(server, people, "blanket"));
            own(server, members(server, people, "personal"));
            series.report()
                    .line(
                            "Memory of the server, all that is no heap included: %,d MB when it was ready, %,d MB at most.",
                            before, server.mostResidentMegabytes());
        }
    }

    /** Everybody shares a code: one redemption is told to all. */
    private void shared(HeraldProcess server, List<Member> members) throws IOException {
        try (var open = opened(server, members, 0)) {
            var delays = new long[rounds * open.number()];
            for (var round = 0; round < rounds; round++) {
                var redeemed = redeem(server, members.getFirst().code(), "shared-" + round);
                for (var page = 0; page < open.number(); page++) {
                    delays[round * open.number() + page] = open.told(page, round + 1) - redeemed;
                }
            }
            told("A code that all share, " + rounds + " redemptions", delays);
        }
    }

    /** Each has a code of its own: a redemption is told to one among all. */
    private void own(HeraldProcess server, List<Member> members) throws IOException {
        try (var open = opened(server, members, 0)) {
            var redeemed = new long[open.number()];
            for (var page = 0; page < open.number(); page++) {
                redeemed[page] = redeem(server, members.get(page).code(), "own-" + page);
            }
            var delays = new long[open.number()];
            for (var page = 0; page < open.number(); page++) {
                delays[page] = open.told(page, 1) - redeemed[page];
            }
            told("Codes of their own, one redemption after the other", delays);
        }
    }

    private void told(String what, long[] delays) {
        Arrays.sort(delays);
        series.report()
                .line(
                        "%s: told after %.0f ms in the middle, %.0f ms p99, %.0f ms at most.",
                        what,
                        delays[delays.length / 2] / MILLION,
                        delays[delays.length * 99 / 100] / MILLION,
                        delays[delays.length - 1] / MILLION);
    }

    private OpenPages opened(HeraldProcess server, List<Member> members, long uses) throws IOException {
        var open = new OpenPages();
        for (var member : members) {
            open.open(server.port(), member.page() + "/live?of=" + member.enrollment());
        }
        for (var page = 0; page < open.number(); page++) {
            open.told(page, uses);
        }
        say.accept(open.number() + " pages are open");
        return open;
    }

    /** When it was acknowledged. */
    private static long redeem(HeraldProcess server, String code, String order) throws IOException {
        server.post("/v1/redemptions", """
                {"code": "%s", "customer": {"id": "%s"},
                 "order": {"reference": "%s", "amount": 5000, "currency": "USD"}}
                """.formatted(code, order, order));
        return System.nanoTime();
    }

    private List<String> people(HeraldProcess server) throws IOException {
        say.accept("Making " + pages + " ambassadors");
        var people = new ArrayList<String>();
        for (var i = 0; i < pages; i++) {
            people.add(server.post("/v1/ambassadors", "{\"name\": \"Person " + i + "\"}")
                    .get("id")
                    .asText());
        }
        return people;
    }

    private List<Member> members(HeraldProcess server, List<String> people, String strategy) throws IOException {
        var campaign =
                server.post("/v1/campaigns", """
                        {"name": "Open pages", "objective": "loyalty", "strategy": "%s", "currency": "USD",
                         "offer": {"type": "percent", "value": 20}, "starts_at": "2020-01-01T00:00:00Z"}
                        """.formatted(strategy)).get("id").asText();
        server.post("/v1/campaigns/" + campaign + "/launch", "{}");
        var ids = Json.MAPPER.createArrayNode();
        people.forEach(ids::add);
        var enrolled = (ArrayNode)
                server.post("/v1/campaigns/" + campaign + "/enrollments", "{\"ambassador_ids\": " + ids + "}")
                        .get("data");
        var members = new ArrayList<Member>();
        for (var one : enrolled) {
            var ambassador = one.at("/ambassador/id").asText();
            var page = server.post("/v1/ambassadors/" + ambassador + "/links", "{}")
                    .get("path")
                    .asText();
            members.add(new Member(
                    page, one.get("id").asText(), one.at("/code/text").asText()));
        }
        return members;
    }
}
