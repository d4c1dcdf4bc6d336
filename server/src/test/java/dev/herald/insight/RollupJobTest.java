package dev.herald.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.app.Herald;
import dev.herald.campaign.AttributionPolicy;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignDraft;
import dev.herald.campaign.Limits;
import dev.herald.campaign.Objective;
import dev.herald.campaign.Offer;
import dev.herald.campaign.ReversalPolicy;
import dev.herald.campaign.ReversalReason;
import dev.herald.campaign.Strategy;
import dev.herald.money.BasisPoints;
import dev.herald.platform.Database;
import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.Ids;
import dev.herald.platform.TestPostgres;
import dev.herald.redemption.Buyer;
import dev.herald.redemption.Order;
import dev.herald.redemption.Outcome;
import dev.herald.redemption.Redemption;
import dev.herald.redemption.ReversalAttempt;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class RollupJobTest {

    private static final DatabaseAddress ADDRESS = TestPostgres.migratedDatabase();
    private static final Herald HERALD = new Herald(ADDRESS, InstantSource.system());

    private final Brand brand = HERALD.access().createBrand("Heartbeat", Brand.Mode.TEST, "Ada");
    private final Campaign campaign = campaign();

    @AfterAll
    static void stop() {
        HERALD.close();
    }

    @Test
    void a_page_shows_at_once_what_was_acknowledged() {
        for (var i = 1; i <= 50; i++) {
            redeem("order-" + i);
            assertThat(totals().redemptions()).isEqualTo(i);
        }
    }

    @Test
    void without_any_page_the_rollups_are_up_to_date_within_seconds() throws Exception {
        // Keys are what tells the sweep that a brand is there.
        HERALD.access().createConsoleLink(brand.id());
        redeem("order-1");
        var deadline = Instant.now().plus(Duration.ofSeconds(10));
        while (count("coalesce(sum(made), 0) from rollup") == 0 && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertThat(count("coalesce(sum(made), 0) from rollup")).isEqualTo(1);
    }

    @Test
    void every_event_counts_once_however_many_take_them_at_the_same_time() throws Exception {
        try (var db = Database.open(ADDRESS, 4);
                var other = new RollupJob(db, new Access(db, new Ids(7), InstantSource.system()));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Object>>();
            for (var t = 0; t < 4; t++) {
                var buyer = "buyer-" + t + "-";
                work.add(times(i -> buy(buyer + i, i % 4 == 0)));
                work.add(times(_ -> other.catchUp(brand.id())));
                work.add(times(_ -> totals()));
            }
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(totals()).isEqualTo(new Totals(300, 100, 300, 300 * 2_000, 300 * 400));
        assertThat(count("coalesce(sum(made), 0) from rollup")).isEqualTo(400);
        assertThat(count("count(*) from event")).isEqualTo(500);
    }

    @Test
    void an_event_that_is_committed_late_is_not_skipped() throws Exception {
        var first = redeem("order-1");
        assertThat(totals().redemptions()).isEqualTo(1);
        try (var late = TestPostgres.connect(ADDRESS);
                var statement = late.createStatement()) {
            late.setAutoCommit(false);
            // Told of twice by hand, so that the late event is seen to count.
            statement.execute("insert into event (brand_id, event_id, kind, subject_id) values (%d, 1, 'redeemed', %d)"
                    .formatted(brand.id().value(), first.id().value()));
            redeem("order-2");
            assertThat(totals().redemptions())
                    .as("waits for the older transaction")
                    .isEqualTo(1);
            late.commit();
        }
        assertThat(totals().redemptions()).isEqualTo(3);
    }

    @Test
    void the_day_is_the_brands_own() throws Exception {
        try (var owner = TestPostgres.connect(ADDRESS);
                var statement = owner.createStatement()) {
            statement.execute("update brand set time_zone = 'Pacific/Auckland' where brand_id = "
                    + brand.id().value());
        }
        redeem("order-1", Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(HERALD.insights().timeline(brand.id(), campaign.id()))
                .singleElement()
                .satisfies(day -> assertThat(day.day()).hasToString("2026-03-02"));
    }

    @Test
    void the_overview_compares_with_the_days_before() {
        var now = Instant.now();
        redeem("today", now);
        redeem("a week ago", now.minus(Duration.ofDays(6)));
        redeem("before that", now.minus(Duration.ofDays(7)));
        var overview = HERALD.insights().overview(brand.id(), 7);
        assertThat(overview.now().redemptions()).isEqualTo(2);
        assertThat(overview.before().redemptions()).isEqualTo(1);
        assertThat(overview.days()).hasSize(7);
        assertThat(overview.days().getFirst().totals().redemptions()).isEqualTo(1);
        assertThat(overview.days().getLast().totals().revenue()).isEqualTo(2_000);
        assertThat(overview.currency().getCurrencyCode()).isEqualTo("USD");
        assertThat(overview.top()).isEmpty();
    }

    @Test
    void an_empty_brand_has_an_overview_too() {
        var overview = HERALD.insights().overview(brand.id(), 30);
        assertThat(overview.now()).isEqualTo(Totals.NONE);
        assertThat(overview.days()).hasSize(30);
    }

    private static Callable<Object> times(IntConsumer step) {
        return () -> {
            IntStream.range(0, 100).forEach(step);
            return "done";
        };
    }

    private void buy(String order, boolean undone) {
        var redemption = redeem(order);
        if (undone) {
            reverse(redemption);
        }
    }

    private Totals totals() {
        return HERALD.insights().totals(brand.id(), campaign.id());
    }

    private Redemption redeem(String order) {
        return redeem(order, Instant.parse("2026-05-05T12:00:00Z"));
    }

    private Redemption redeem(String order, Instant placedAt) {
        var outcome = HERALD.redemptions()
                .redeem(
                        brand,
                        "HEARTBEAT20",
                        Buyer.GUEST,
                        new Order(order, 2_000, "USD", 0, placedAt, true, List.of()),
                        null);
        assertThat(outcome).isInstanceOf(Outcome.Redeemed.class);
        return ((Outcome.Redeemed) outcome).redemption();
    }

    private void reverse(Redemption redemption) {
        var outcome =
                HERALD.redemptions().reverse(new ReversalAttempt(redemption, ReversalReason.REFUNDED, null, null));
        assertThat(outcome).isInstanceOf(Outcome.Reversed.class);
    }

    private Campaign campaign() {
        var made = HERALD.campaigns()
                .create(
                        brand.id(),
                        new CampaignDraft(
                                "Spring",
                                Objective.AWARENESS,
                                Strategy.BLANKET,
                                Campaign.USUAL_TIER,
                                new Offer.Percent(new BasisPoints(2_000), Offer.NO_MAXIMUM),
                                Currency.getInstance("USD"),
                                Instant.parse("2020-01-01T00:00:00Z"),
                                Campaign.NO_END,
                                false,
                                Limits.UNLIMITED,
                                ReversalPolicy.DEFAULT,
                                AttributionPolicy.DEFAULT,
                                null,
                                null));
        return HERALD.campaigns().launch(brand.id(), made.id());
    }

    private long count(String what) throws SQLException {
        var sql = "select " + what + " where brand_id = " + brand.id().value();
        try (var owner = TestPostgres.connect(ADDRESS);
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
