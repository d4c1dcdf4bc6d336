package dev.herald.app;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Replays what really happened over HTTP: campaign 13 of the Complete Journey set, in which 196 households used 129
 * coupons 629 times. Each coupon is an ambassador with a unique code made by Herald, each household a customer.
 */
class RealCampaignTest {

    private static final String CAMPAIGN = "13";
    private static final int SHOPPERS_AT_ONCE = 32;
    private static final Duration RANKING_PATIENCE = Duration.ofSeconds(20);
    private static final Duration RANKING_POLL = Duration.ofMillis(50);

    /** One line of the file; {@code number} counts the campaign's lines from 1. */
    private record Row(int number, String household, String coupon, String day) {}

    private static List<Row> rows;
    private static TestHerald herald;
    private static Map<String, String> ambassadors;
    private static String campaign;
    private static Map<String, String> codes;
    private static List<TestHerald.Reply> first;

    @BeforeAll
    static void replay() {
        rows = rows();
        herald = new TestHerald();
        ambassadors = rows.stream().map(Row::coupon).distinct().collect(toMap(Function.identity(), coupon -> {
            var made = herald.post("/v1/ambassadors", Map.of("name", coupon));
            assertThat(made.status()).isEqualTo(201);
            return made.json().get("id").asText();
        }));
        campaign = campaign(Map.of());
        codes = enroll(campaign);
        first = redeemAll(codes, "", "first-");
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    @Test
    void the_file_holds_what_is_known_of_it() {
        assertThat(rows).hasSize(629);
        assertThat(rows.stream().map(Row::coupon).distinct()).hasSize(129);
        assertThat(rows.stream().map(Row::household).distinct()).hasSize(196);
    }

    @Test
    void every_ambassador_has_a_code_of_his_own() {
        assertThat(codes).hasSize(129);
        assertThat(codes.values().stream().distinct()).hasSize(129);
    }

    @Test
    void all_629_stand() {
        assertThat(first).hasSize(629).allSatisfy(reply -> {
            assertThat(reply.status()).as(reply.body()).isEqualTo(201);
            assertThat(reply.json().at("/discount/amount").asLong()).isEqualTo(400);
        });
        assertThat(first.stream().map(reply -> reply.json().get("id").asText()).distinct())
                .hasSize(629);
        assertThat(standing(campaign)).isEqualTo(countsByCoupon());
    }

    @Test
    void the_ranking_equals_the_counts_of_the_file() {
        var ranking = ranking();
        assertThat(ranking.stream()
                        .collect(toMap(
                                place -> place.at("/ambassador/name").asText(),
                                place -> place.get("redemptions").asLong())))
                .isEqualTo(countsByCoupon());
        assertThat(ranking)
                .isSortedAccordingTo(Comparator.comparingLong(
                                (JsonNode place) -> place.get("redemptions").asLong())
                        .reversed())
                .allSatisfy(place -> {
                    var redemptions = place.get("redemptions").asLong();
                    assertThat(place.at("/revenue/amount").asLong()).isEqualTo(2_000 * redemptions);
                    assertThat(place.at("/discount/amount").asLong()).isEqualTo(400 * redemptions);
                });
        var firstOrders = ranking.stream()
                .mapToDouble(place -> place.get("first_order_share").asDouble()
                        * place.get("redemptions").asLong())
                .sum();
        assertThat(firstOrders).as("one first order of each household").isCloseTo(196, within(1e-6));
    }

    @Test
    void the_timeline_equals_the_days_of_the_file() {
        ranking();
        var days = new HashMap<String, Long>();
        herald.get("/v1/campaigns/" + campaign + "/timeline").json().get("data").forEach(day -> {
            if (day.get("redemptions").asLong() > 0) {
                days.put(day.get("day").asText(), day.get("redemptions").asLong());
            }
        });
        assertThat(days).isEqualTo(rows.stream().collect(groupingBy(Row::day, counting())));
    }

    @Test
    void a_second_replay_with_the_same_keys_changes_nothing_and_gives_the_same_bytes() {
        var before = standing(campaign);
        var second = redeemAll(codes, "", "first-");
        for (int i = 0; i < rows.size(); i++) {
            assertThat(second.get(i).status()).isEqualTo(201);
            assertThat(second.get(i).body()).isEqualTo(first.get(i).body());
        }
        assertThat(standing(campaign)).isEqualTo(before);
    }

    @Test
    void with_one_turn_for_each_customer_exactly_196_stand() {
        var once = campaign(Map.of("limits", Map.of("per_customer", 1)));
        var replies = redeemAll(enroll(once), "second-", "second-");
        var accepted = IntStream.range(0, rows.size())
                .filter(i -> replies.get(i).status() == 201)
                .mapToObj(i -> rows.get(i).household())
                .toList();
        assertThat(accepted).hasSize(196).doesNotHaveDuplicates();
        assertThat(replies.stream().filter(reply -> reply.status() != 201))
                .hasSize(433)
                .allSatisfy(reply -> {
                    assertThat(reply.status()).isEqualTo(409);
                    assertThat(reply.code()).isEqualTo("customer_limit_reached");
                });
        assertThat(standing(once).values().stream().mapToLong(count -> count).sum())
                .isEqualTo(196);
    }

    private static String campaign(Map<String, ?> limits) {
        var body = new HashMap<String, Object>(limits);
        body.put("name", "Campaign 13");
        body.put("strategy", "unique");
        body.put("starts_at", "2017-08-08T00:00:00Z");
        body.put("ends_at", "2017-09-25T00:00:00Z");
        return herald.runningCampaign(body);
    }

    /** The code that each ambassador gets, by coupon. */
    private static Map<String, String> enroll(String campaign) {
        var reply = herald.post(
                "/v1/campaigns/" + campaign + "/enrollments",
                Map.of("ambassador_ids", List.copyOf(ambassadors.values())));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return IntStream.range(0, reply.json().get("data").size())
                .mapToObj(i -> reply.json().get("data").get(i))
                .collect(toMap(
                        one -> one.at("/ambassador/name").asText(),
                        one -> one.at("/code/display").asText()));
    }

    /** The answers in the order of the rows, whose orders are named after their numbers. */
    private static List<TestHerald.Reply> redeemAll(Map<String, String> codes, String orders, String keys) {
        try (var shoppers = Executors.newFixedThreadPool(SHOPPERS_AT_ONCE)) {
            var asks = rows.stream()
                    .<Callable<TestHerald.Reply>>map(row -> () -> herald.post(
                            "/v1/redemptions",
                            redemption(row, Objects.requireNonNull(codes.get(row.coupon())), orders),
                            "Idempotency-Key",
                            keys + row.number()))
                    .toList();
            var replies = new ArrayList<TestHerald.Reply>();
            for (var reply : shoppers.invokeAll(asks)) {
                replies.add(reply.get());
            }
            return replies;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, ?> redemption(Row row, String code, String orders) {
        return Map.of(
                "code", code,
                "customer", Map.of("id", row.household()),
                "order",
                        Map.of(
                                "reference",
                                orders + row.number(),
                                "amount",
                                2000,
                                "currency",
                                "USD",
                                "placed_at",
                                row.day() + "T12:00:00Z"));
    }

    private static Map<String, Long> countsByCoupon() {
        return rows.stream().collect(groupingBy(Row::coupon, counting()));
    }

    /** How many redemptions of a campaign the API lists, by the name of the ambassador credited. */
    private static Map<String, Long> standing(String campaign) {
        var names = new ArrayList<String>();
        var next = "";
        do {
            var page = herald.get("/v1/redemptions?limit=100&campaign=" + campaign + next)
                    .json();
            page.get("data").forEach(one -> names.add(one.at("/ambassador/name").asText()));
            next = page.get("has_more").asBoolean()
                    ? "&after=" + page.get("next").asText()
                    : "";
        } while (!next.isEmpty());
        return names.stream().collect(groupingBy(Function.identity(), counting()));
    }

    /** The whole ranking, once it holds all rows: a job feeds it, at most about a second behind. */
    private static List<JsonNode> ranking() {
        var deadline = System.nanoTime() + RANKING_PATIENCE.toNanos();
        while (true) {
            var places = new ArrayList<JsonNode>();
            var next = "";
            do {
                var page = herald.get("/v1/campaigns/" + campaign + "/ranking" + next)
                        .json();
                page.get("data").forEach(places::add);
                next = page.get("has_more").asBoolean()
                        ? "?after=" + page.get("next").asText()
                        : "";
            } while (!next.isEmpty());
            var counted = places.stream()
                    .mapToLong(place -> place.get("redemptions").asLong())
                    .sum();
            if (counted == rows.size() || System.nanoTime() > deadline) {
                return places;
            }
            LockSupport.parkNanos(RANKING_POLL.toNanos());
        }
    }

    private static List<Row> rows() {
        var file = Objects.requireNonNull(
                RealCampaignTest.class.getResourceAsStream("/completejourney/coupon_redemptions.csv"));
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            var rows = new ArrayList<Row>();
            csv.stream()
                    .filter(line -> line.getField("campaign_id").equals(CAMPAIGN))
                    .forEach(line -> rows.add(new Row(
                            rows.size() + 1,
                            line.getField("household_id"),
                            line.getField("coupon_upc"),
                            line.getField("redemption_date"))));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
