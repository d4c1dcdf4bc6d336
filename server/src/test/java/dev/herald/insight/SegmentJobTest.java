package dev.herald.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.access.Scope;
import dev.herald.app.Patience;
import dev.herald.app.TestHerald;
import dev.herald.app.TestHerald.Reply;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.TestPostgres;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Counts by segment as they come about from redemptions, and what the API makes of them. */
class SegmentJobTest {

    private static TestHerald herald;
    private static Database db;
    private static SegmentJob job;

    @BeforeAll
    static void start() {
        herald = new TestHerald();
        db = Database.open(herald.database, 4);
        job = new SegmentJob(db, new Access(db, new Ids(7), InstantSource.system()));
    }

    @AfterAll
    static void stop() {
        job.close();
        db.close();
        herald.close();
    }

    /** A brand of its own with a key, and a campaign in which everybody shares one code. */
    private static final class Shop {

        final Brand brand = herald.herald.access().createBrand("Heartbeat", Brand.Mode.TEST, "Ada");
        final String key = herald.herald.access().createKey(brand, Scope.ADMIN);
        final String campaign = campaign("SPRING20");

        String campaign(String code) {
            var made = post(
                    "/v1/campaigns",
                    Map.of(
                            "name", "Spring " + code,
                            "objective", "awareness",
                            "strategy", "blanket",
                            "blanket_code", code,
                            "offer", Map.of("type", "percent", "value", 20),
                            "currency", "USD",
                            "starts_at", "2020-01-01T00:00:00Z"));
            var id = made.json().path("id").asText();
            post("/v1/campaigns/" + id + "/launch", Map.of());
            return id;
        }

        String redeem(String code, String order, String region) {
            return post(
                            "/v1/redemptions",
                            Map.of(
                                    "code",
                                    code,
                                    "customer",
                                    Map.of(
                                            "id",
                                            "of-" + order,
                                            "attributes",
                                            Map.of("region", region, "age_band", "25-34", "tags", List.of("vip"))),
                                    "order",
                                    Map.of(
                                            "reference",
                                            order,
                                            "amount",
                                            2_000,
                                            "currency",
                                            "USD",
                                            "lines",
                                            List.of(Map.of(
                                                    "sku",
                                                    "1",
                                                    "category",
                                                    "shoes",
                                                    "quantity",
                                                    1,
                                                    "unit_amount",
                                                    2_000)))))
                    .json()
                    .path("id")
                    .asText();
        }

        void reverse(String redemption, Map<String, ?> how) {
            post("/v1/redemptions/" + redemption + "/reversals", how, "Idempotency-Key", "undo " + redemption);
        }

        Reply post(String path, Object body, String... headers) {
            var reply = herald.send("POST", path, body, key, headers);
            assertThat(reply.status()).as(reply.body()).isBetween(200, 201);
            return reply;
        }

        Reply audience(String query) {
            return herald.send("GET", "/v1/campaigns/" + campaign + "/audience" + query, null, key);
        }

        /** Redemptions that stand. */
        long standing() {
            return audience("").json().path("redemptions").asLong();
        }

        List<String> rows() throws SQLException {
            try (var owner = TestPostgres.connect(herald.database);
                    var statement = owner.createStatement();
                    var rows = statement.executeQuery("""
                            select r::text
                              from rollup_segment r
                             where brand_id = %d
                             order by 1
                            """.formatted(brand.id().value()))) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }

        void execute(String sql) throws SQLException {
            try (var owner = TestPostgres.connect(herald.database);
                    var statement = owner.createStatement()) {
                statement.execute(sql.formatted(brand.id().value()));
            }
        }
    }

    @Nested
    class Counts {

        @Test
        void go_down_with_what_is_undone_completely_and_with_nothing_less() throws SQLException {
            var shop = new Shop();
            var first = shop.redeem("SPRING20", "1", "Lyon");
            var second = shop.redeem("SPRING20", "2", "Lyon");
            shop.redeem("SPRING20", "3", "Nice");
            shop.reverse(first, Map.of("reason", "refunded"));
            shop.reverse(second, Map.of("reason", "refunded", "amount", 500));
            Patience.until(shop::standing, standing -> standing == 2);
            var campaign = shop.rows().stream()
                    .filter(row -> row.contains(",region,Lyon,"))
                    .toList();
            assertThat(campaign).hasSize(2).allMatch(row -> row.endsWith(",2,1)"));
        }

        @Test
        void are_the_same_when_they_are_made_again_from_the_beginning() throws SQLException {
            var shop = new Shop();
            shop.redeem("SPRING20", "1", "Lyon");
            shop.reverse(shop.redeem("SPRING20", "2", "Nice"), Map.of("reason", "cancelled"));
            Patience.until(shop::standing, standing -> standing == 1);
            var before = shop.rows();
            shop.execute("delete from rollup_segment where brand_id = %d");
            // As after the migration on a filled database, and as after a restore.
            shop.execute("delete from segment_cursor where brand_id = %d");
            Patience.until(shop::standing, standing -> standing == 1);
            assertThat(shop.rows()).isEqualTo(before).hasSize(2 * 14 + 4);
        }

        @Test
        void are_exact_however_many_servers_take_the_events_at_the_same_time() throws Exception {
            var shop = new Shop();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var work = new ArrayList<Callable<Object>>();
                for (var t = 0; t < 4; t++) {
                    var buyer = "buyer-" + t + "-";
                    work.add(() -> {
                        for (var i = 0; i < 25; i++) {
                            shop.redeem("SPRING20", buyer + i, "Lyon");
                        }
                        return "done";
                    });
                    work.add(() -> {
                        for (var i = 0; i < 50; i++) {
                            job.catchUp(shop.brand.id());
                        }
                        return "done";
                    });
                }
                for (var done : threads.invokeAll(work)) {
                    done.get();
                }
            }
            Patience.until(shop::standing, standing -> standing >= 100);
            assertThat(shop.rows())
                    .filteredOn(row -> row.contains(",region,Lyon,"))
                    .hasSize(2)
                    .allMatch(row -> row.endsWith(",100,0)"));
        }

        @Test
        void come_without_anybody_asking_for_them() {
            var shop = new Shop();
            shop.redeem("SPRING20", "1", "Lyon");
            Patience.until(
                    () -> {
                        try {
                            return shop.rows().size();
                        } catch (SQLException e) {
                            throw new AssertionError(e);
                        }
                    },
                    size -> size > 0);
        }
    }

    @Nested
    class The_audience {

        @Test
        void of_a_campaign_tells_what_stands_out_against_the_other_campaigns() {
            var shop = new Shop();
            shop.campaign("AUTUMN20");
            for (var i = 0; i < 60; i++) {
                shop.redeem("SPRING20", "s" + i, i < 45 ? "Lyon" : "Nice");
                shop.redeem("AUTUMN20", "a" + i, i < 20 ? "Lyon" : "Nice");
            }
            Patience.until(shop::standing, standing -> standing == 60);
            var audience = shop.audience("").json();
            assertThat(audience.path("reference").asInt()).isEqualTo(60);
            assertThat(audience.path("complete").asBoolean()).isTrue();
            var lyon = audience.at("/data/0");
            assertThat(lyon.path("text").asText()).isEqualTo("Lyon: 2.3 times as likely");
            assertThat(lyon.path("dimension").asText()).isEqualTo("region");
            assertThat(lyon.path("redemptions").asInt()).isEqualTo(45);
            assertThat(lyon.path("share").asDouble()).isEqualTo(.75);
            assertThat(lyon.path("significant").asBoolean()).isTrue();
            assertThat(texts(audience)).contains("Nice: 0.4 times as likely", "Lyon, 25-34: 2.3 times as likely");

            var all = shop.audience("?all=true").json();
            assertThat(all.path("tested").asInt()).isEqualTo(all.path("data").size());
            assertThat(texts(all)).contains("Customers tagged vip: 1.00 times as likely");
        }

        @Test
        void of_an_ambassador_is_compared_with_the_rest_of_the_campaign() {
            var id = herald.runningCampaign(Map.of("strategy", "personal"));
            var mia = herald.enroll(id, "Mia Audience");
            var code = mia.at("/code/display").asText();
            assertThat(herald.post("/v1/redemptions", TestHerald.redemption(code, "m", "mia-1"))
                            .status())
                    .isEqualTo(201);
            var path = "/v1/campaigns/" + id + "/audience?ambassador="
                    + mia.at("/ambassador/id").asText();
            var audience = Patience.until(
                    () -> herald.get(path).json(),
                    seen -> seen.path("redemptions").asInt() == 1);
            assertThat(audience.path("reference").asInt()).isZero();
            assertThat(audience.path("data")).isEmpty();
        }

        @Test
        void of_the_members_tells_which_of_them_bring_more_than_the_middle_one() {
            var id = herald.runningCampaign(Map.of("strategy", "unique"));
            var members = new ArrayList<String>();
            for (var i = 0; i < 100; i++) {
                var member = Map.of("name", "Member " + i, "channels", List.of(i < 50 ? "strava" : "instagram"));
                members.add(
                        herald.post("/v1/ambassadors", member).json().get("id").asText());
            }
            var enrolled = herald.post("/v1/campaigns/" + id + "/enrollments", Map.of("ambassador_ids", members))
                    .json();
            // 40 of those on one channel bring somebody, and 10 of those on the other.
            for (var i = 10; i < 60; i++) {
                var code = enrolled.at("/data/" + i + "/code/display").asText();
                assertThat(herald.post("/v1/redemptions", TestHerald.redemption(code, "m" + i, "members-" + i))
                                .status())
                        .isEqualTo(201);
            }
            var path = "/v1/campaigns/" + id + "/audience";
            var audience = Patience.until(
                    () -> herald.get(path).json(),
                    seen -> seen.path("ambassadors").size() == 2);
            var strava = audience.at("/ambassadors/0");
            assertThat(strava.path("text").asText()).isEqualTo("Ambassadors on strava: 4.0 times as likely");
            assertThat(strava.path("dimension").asText()).isEqualTo("ambassador_channel");
            assertThat(strava.path("ambassadors").asInt()).isEqualTo(40);
            assertThat(herald.get(path + "?ambassador=" + members.getFirst())
                            .json()
                            .path("ambassadors"))
                    .isEmpty();
        }

        @Test
        void knows_nothing_of_other_brands() {
            var shop = new Shop();
            var other = new Shop();
            other.redeem("SPRING20", "o", "Lyon");
            Patience.until(other::standing, standing -> standing == 1);
            assertThat(shop.audience("").json().path("reference").asInt()).isZero();
            var foreign = "/v1/campaigns/" + other.campaign + "/audience";
            assertThat(herald.send("GET", foreign, null, shop.key).status()).isEqualTo(404);
            assertThat(herald.send("GET", foreign, null, herald.checkout).status())
                    .isEqualTo(403);
            String seen = db.inBrand(
                    shop.brand.id().value(),
                    tx -> tx.createQuery("select count(*)::text from rollup_segment where brand_id = :other")
                            .bind("other", other.brand.id().value())
                            .mapTo(String.class)
                            .one());
            assertThat(seen).isEqualTo("0");
        }

        @Test
        void refuses_what_it_does_not_understand() {
            var shop = new Shop();
            assertThat(shop.audience("?ambassador=mia").status()).isEqualTo(422);
            assertThat(shop.audience("?ambassador=amb_0000000000000").status()).isEqualTo(404);
            assertThat(shop.audience("?all=perhaps").status()).isEqualTo(422);
            assertThat(herald.get("/v1/campaigns/cmp_0000000000000/audience").status())
                    .isEqualTo(404);
        }

        private static List<String> texts(JsonNode audience) {
            return audience.path("data").findValuesAsText("text");
        }
    }
}
