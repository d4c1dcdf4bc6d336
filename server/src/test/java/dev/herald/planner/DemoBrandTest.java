package dev.herald.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.herald.access.Brand;
import dev.herald.app.Herald;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Strategy;
import dev.herald.insight.RankedAmbassador;
import dev.herald.insight.Verdict;
import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.Page;
import dev.herald.platform.TestPostgres;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class DemoBrandTest {

    private static final Page ALL = new Page(Page.MOST, Long.MAX_VALUE);
    private static final DatabaseAddress ADDRESS = TestPostgres.migratedDatabase();
    private static final Herald HERALD = new Herald(ADDRESS, InstantSource.system());
    private static final Brand BRAND = HERALD.access().createBrand("Heartbeat", Brand.Mode.TEST, "Ada");
    private static final DemoBrand DEMO = HERALD.demo();

    @BeforeAll
    static void fill() throws SQLException {
        DEMO.fill(BRAND);
        awaitRollups();
    }

    @AfterAll
    static void stop() {
        HERALD.close();
    }

    @Test
    void two_campaigns_are_over_and_one_is_running() {
        assertThat(campaigns().values())
                .extracting(Campaign::name, Campaign::strategy, campaign -> campaign.shownState(Instant.now()))
                .containsExactlyInAnyOrder(
                        tuple("Run your city", Strategy.BLANKET, Campaign.State.ENDED),
                        tuple("Back on track", Strategy.PERSONAL, Campaign.State.ENDED),
                        tuple("Personal best", Strategy.PERSONAL, Campaign.State.RUNNING));
        assertThat(HERALD.ambassadors().list(BRAND.id(), ALL)).hasSize(186);
    }

    @Test
    void most_orders_of_the_script_stand_and_some_were_sent_back() {
        var totals = HERALD.insights()
                .totals(
                        BRAND.id(),
                        campaigns().values().stream().map(Campaign::id).toList());
        assertThat(totals.values()).allSatisfy(one -> {
            assertThat(one.redemptions()).isBetween(900L, 1_200L);
            assertThat(one.reversed()).isBetween(30L, 110L);
            assertThat(one.firstOrderShare()).isBetween(.3, .7);
            assertThat(one.discount()).isPositive();
        });
    }

    @Test
    void the_ranking_of_the_running_campaign_says_who_is_good_and_who_cannot_be_told() {
        var campaign = campaign("Personal best").id();
        var ranking = HERALD.insights().ranking(BRAND.id(), campaign);
        assertThat(ranking).hasSize(186);
        assertThat(HERALD.insights()
                        .withCodes(BRAND.id(), campaign, ranking)
                        .getFirst()
                        .codes())
                .singleElement()
                .satisfies(code -> assertThat(code.display()).matches("[A-Z]+20"));
        var verdicts = ranking.stream()
                .map(RankedAmbassador::place)
                .collect(Collectors.groupingBy(place -> place.verdict(), Collectors.counting()));
        assertThat(verdicts).containsOnlyKeys(Verdict.values());
    }

    @Test
    void filling_it_again_changes_nothing() {
        var before = totals();
        DEMO.fill(BRAND);
        assertThat(totals()).isEqualTo(before);
        assertThat(HERALD.ambassadors().list(BRAND.id(), ALL)).hasSize(186);
        assertThat(campaigns()).hasSize(3);
    }

    @Test
    void a_filling_cut_short_is_completed_without_repeating_anything() throws SQLException {
        var other = HERALD.access().createBrand("Heartbeat", Brand.Mode.TEST, "Bob");
        var checkout = new DemoCheckout(other, HERALD.redemptions());
        DEMO.fill(other);
        awaitRollups();
        var campaign = HERALD.campaigns().list(other.id(), ALL).stream()
                .filter(one -> one.name().equals("Personal best"))
                .findFirst()
                .orElseThrow();
        var before = HERALD.insights().totals(other.id(), campaign.id());
        // All orders once more, as after a crash just before the end.
        var script = DemoScript.of(2026, firstMade(other));
        var ranking = HERALD.insights().ranking(other.id(), campaign.id());
        var people = HERALD.insights().withCodes(other.id(), campaign.id(), ranking).stream()
                .collect(Collectors.toMap(
                        RankedAmbassador::name, one -> one.codes().getFirst().display()));
        var codes = script.people().stream()
                .map(DemoPerson::name)
                .map(name -> Objects.requireNonNull(people.get(name)))
                .toList();
        checkout.serve(script.chapters().getLast(), codes);
        awaitRollups();
        assertThat(HERALD.insights().totals(other.id(), campaign.id())).isEqualTo(before);
    }

    /** Each is made from the same events; a sum that one of them lost would show here. */
    @Test
    void every_rollup_tells_the_same() throws SQLException {
        awaitRollups();
        try (var owner = TestPostgres.connect(ADDRESS);
                var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        with sums(rollup, made, undone, first_orders, revenue, discount) as (
                            select 'fine', sum(made), sum(undone), sum(first_orders), sum(revenue), sum(discount)
                              from rollup
                             union all
                            select 'campaign', sum(made), sum(undone), sum(first_orders), sum(revenue), sum(discount)
                              from rollup_campaign
                             union all
                            select 'code', sum(made), sum(undone), sum(first_orders), sum(revenue), sum(discount)
                              from rollup_code
                             union all
                            select 'ambassador and nobody', sum(made), sum(undone), sum(first_orders), sum(revenue),
                                   sum(discount)
                              from (select made, undone, first_orders, revenue, discount from rollup_ambassador
                                     union all
                                    select made, undone, first_orders, revenue, discount from rollup
                                     where ambassador_id = 0) credited)
                        select count(*), count(distinct (made, undone, first_orders, revenue, discount)), min(made)
                          from sums
                        """)) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(4);
            assertThat(rows.getInt(2)).isEqualTo(1);
            assertThat(rows.getLong(3)).isGreaterThan(3_000);
        }
    }

    private static Instant firstMade(Brand brand) {
        return HERALD.campaigns().list(brand.id(), ALL).stream()
                .map(Campaign::createdAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<Object> totals() {
        return campaigns().values().stream()
                .map(campaign -> (Object) HERALD.insights().totals(BRAND.id(), campaign.id()))
                .toList();
    }

    /** On a busy machine the rollups may be some seconds behind so many redemptions at once. */
    private static void awaitRollups() throws SQLException {
        var deadline = Instant.now().plusSeconds(30);
        try (var owner = TestPostgres.connect(ADDRESS);
                var statement = owner.createStatement()) {
            while (Instant.now().isBefore(deadline)) {
                try (var rows = statement.executeQuery("""
                        select (select count(*) from redemption) = (select coalesce(sum(made), 0) from rollup)
                           and (select count(*) from reversal where complete) = (select sum(undone) from rollup)
                        """)) {
                    rows.next();
                    if (rows.getBoolean(1)) {
                        return;
                    }
                }
            }
        }
        throw new AssertionError("The rollups stay behind");
    }

    private static Campaign campaign(String name) {
        return Objects.requireNonNull(campaigns().get(name));
    }

    private static Map<String, Campaign> campaigns() {
        return HERALD.campaigns().list(BRAND.id(), ALL).stream()
                .collect(Collectors.toMap(Campaign::name, Function.identity()));
    }
}
