package dev.herald.bench;

import dev.herald.access.Brand;
import dev.herald.app.Herald;
import dev.herald.platform.DatabaseAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** How long each page takes on a brand with a long past, asked for over HTTP by one reader after the other. */
final class PagesBench {

    private static final int CAMPAIGNS = 1_000;
    private static final int MEMBERS = 100;
    private static final int AMBASSADORS = 5_000;
    private static final List<Integer> PERCENTILES = List.of(50, 99);

    private final Series series;
    private final int rows;
    private final int times;
    private final Consumer<String> say;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    PagesBench(Series series, int rows, int times, Consumer<String> say) {
        this.series = series;
        this.rows = rows;
        this.times = times;
        this.say = say;
    }

    /** What was filled is kept for the next run. */
    void run() throws IOException, SQLException {
        var database = "pages_" + rows;
        var kept = series.database().kept(database);
        var address = kept.isPresent() ? kept.get() : fill(database);
        try (var herald = new Herald(address, InstantSource.system());
                var server = herald.listen("127.0.0.1", 0);
                var owner = BenchDatabase.connect(address)) {
            Postgres.awaitRollups(owner);
            var brand =
                    herald.access().brand(herald.access().brands().getFirst()).orElseThrow();
            var origin = "http://127.0.0.1:" + server.port();
            var cookie = signIn(origin, herald.access().createConsoleLink(brand.id()));
            series.report()
                    .heading(String.format(
                            Locale.ROOT,
                            "Pages on %,d redemptions, %,d ambassadors, %,d campaigns; each %d times",
                            rows,
                            AMBASSADORS,
                            CAMPAIGNS,
                            times));
            for (var page : addresses(herald, brand, owner).entrySet()) {
                measure(page.getKey(), origin + page.getValue(), cookie);
            }
        }
    }

    private DatabaseAddress fill(String database) throws SQLException {
        var address = series.database().empty(database);
        var shape = new FillWorld.Shape(CAMPAIGNS, CAMPAIGNS * MEMBERS, AMBASSADORS, FillWorld.Shape.customers(rows));
        Fill.load(address, rows, shape, List.of(Stock.COUNTED), say);
        say.accept("Waiting for the rollups");
        try (var _ = new Herald(address, InstantSource.system());
                var owner = BenchDatabase.connect(address)) {
            Postgres.awaitRollups(owner);
            Postgres.vacuum(owner);
        }
        series.database().keep(database);
        return address;
    }

    private static Map<String, String> addresses(Herald herald, Brand brand, Connection owner) throws SQLException {
        var busiest = Books.number(owner, """
                        select campaign_id
                          from rollup_campaign
                         group by campaign_id
                         order by sum(made) desc
                         limit 1""");
        var campaign = herald.campaigns()
                .get(brand.id(), new dev.herald.campaign.CampaignId(busiest))
                .id();
        var best = Books.number(owner, """
                        select ambassador_id
                          from rollup_ambassador
                         group by ambassador_id
                         order by sum(made) desc
                         limit 1""");
        var ambassador = new dev.herald.ambassador.AmbassadorId(best);
        var pages = new LinkedHashMap<String, String>();
        pages.put("Overview, 30 days", "/console");
        pages.put("Overview, 90 days", "/console?days=90");
        pages.put("Overview, a year", "/console?days=365");
        pages.put("Campaigns", "/console/campaigns");
        pages.put("A campaign", "/console/campaigns/" + campaign);
        pages.put("Its codes", "/console/campaigns/" + campaign + "/codes");
        pages.put("Its captions", "/console/campaigns/" + campaign + "/captions");
        pages.put("Ambassadors", "/console/ambassadors");
        pages.put("Ambassadors, searched", "/console/ambassadors?q=ambassador+49");
        pages.put("An ambassador", "/console/ambassadors/" + ambassador);
        pages.put("Codes", "/console/codes");
        pages.put("Redemptions", "/console/redemptions");
        pages.put("Redemptions of a campaign", "/console/redemptions?campaign=" + campaign);
        pages.put("Insight, 30 days", "/console/insight");
        pages.put(
                "Insight, 90 days",
                "/console/insight?from=" + LocalDate.now(ZoneOffset.UTC).minusDays(89));
        pages.put("Developers", "/console/developers");
        pages.put("Settings", "/console/settings");
        pages.put("Ambassador's page", "/a/" + herald.access().createPortalLink(brand.id(), ambassador.value()));
        return pages;
    }

    private void measure(String name, String address, String cookie) throws IOException {
        for (int i = 0; i < times / 2; i++) {
            get(address, cookie);
        }
        var micros = new long[times];
        var bytes = 0;
        for (int i = 0; i < times; i++) {
            var begun = System.nanoTime();
            bytes = get(address, cookie).body().length;
            micros[i] = (System.nanoTime() - begun) / 1_000;
        }
        Arrays.sort(micros);
        series.report()
                .line(
                        "%-28s p50 %6.1f ms, p99 %6.1f ms, %,d bytes",
                        name, at(micros, PERCENTILES.getFirst()), at(micros, PERCENTILES.getLast()), bytes);
    }

    private static double at(long[] sorted, int percentile) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percentile / 100)] / 1_000.0;
    }

    private String signIn(String origin, String token) throws IOException {
        var cookie = send(HttpRequest.newBuilder(URI.create(origin + "/enter/" + token)))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private HttpResponse<byte[]> get(String address, String cookie) throws IOException {
        var answer = send(HttpRequest.newBuilder(URI.create(address))
                .header("Cookie", cookie)
                .header("Accept-Encoding", "gzip"));
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answers " + answer.statusCode());
        }
        return answer;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
