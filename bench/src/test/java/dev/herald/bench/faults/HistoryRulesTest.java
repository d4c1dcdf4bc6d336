package dev.herald.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.bench.faults.Found.Limited;
import dev.herald.bench.faults.Found.Row;
import dev.herald.bench.faults.Found.Undone;
import dev.herald.bench.faults.History.Asked;
import dev.herald.bench.faults.History.Calm;
import dev.herald.bench.faults.History.Deed;
import dev.herald.bench.faults.History.Line;
import dev.herald.bench.faults.History.Still;
import dev.herald.bench.faults.History.Told;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the checker sees in a few lines; {@link PlantedDefectsTest} has it look at whole shops. */
class HistoryRulesTest {

    private static final long NONE = Found.NONE;

    /** Two redeemed of a campaign that allows two, and one declined. */
    private final List<Line> lines = new ArrayList<>(List.of(
            asked(1),
            asked(2),
            asked(3),
            accepted(1),
            accepted(2),
            new Calm(),
            new Still(),
            declined(3, "limit_reached"),
            accepted(1)));

    private final List<Row> rows = new ArrayList<>(List.of(row(1), row(2)));
    private final List<Undone> reversals = new ArrayList<>();
    private Limited limited = spring(2, NONE, NONE, 2, 800, 2);

    @Test
    void a_kept_promise_is_no_fault() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void what_got_no_answer_may_be_there_or_not() {
        lines.add(2, asked(4));
        lines.add(4, new Told(4, History.NO_ANSWER, "connection reset"));
        assertThat(faults()).isEmpty();
        rows.set(1, row(4));
        lines.remove(accepted(2));
        assertThat(faults()).isEmpty();
    }

    @Test
    void a_no_before_the_calm_is_not_final_if_an_attempt_was_left_open() {
        lines.add(0, asked(4));
        lines.add(1, new Told(4, 503, ""));
        lines.add(2, declined(4, "limit_reached"));
        lines.remove(accepted(2));
        rows.set(1, row(4));
        assertThat(faults()).isEmpty();
    }

    @Test
    void a_hold_may_be_used_by_another_order_of_its_buyer_that_was_asked_for_before_it() {
        var first = asked(1);
        lines.addFirst(reservedBy(4, first.customer()));
        lines.add(4, new Told(4, 201, "{\"id\":\"rsv_4\",\"discount\":{\"amount\":400}}"));
        assertThat(faults()).isEmpty();
    }

    @Test
    void a_history_reads_as_it_was_written(@TempDir Path folder) {
        var file = folder.resolve("history");
        try (var history = History.in(file)) {
            lines.forEach(history::add);
        }
        assertThat(History.read(file)).isEqualTo(lines);
    }

    @Nested
    class Finds {

        @Test
        void another_redemption_in_the_place_of_the_one_acknowledged() {
            rows.set(1, new Row("rdm_OTHER", "spring", "SPRING20", "order-2", 2_000, 400));
            assertFault("acknowledged and lost: Asked[number=2");
        }

        @Test
        void another_discount_than_was_told() {
            lines.set(4, new Told(2, 201, accepted(2).body().replace("400", "401")));
            assertFault("told another discount than Row[id=rdm_2");
        }

        @Test
        void a_decline_that_left_a_trace() {
            lines.set(4, declined(2, "limit_reached"));
            assertFault("declined and redeemed: Asked[number=2");
        }

        @Test
        void a_redemption_that_nobody_asked_for() {
            lines.removeIf(line -> line.equals(asked(2)));
            assertThat(faults()).anyMatch(fault -> fault.startsWith("redeemed and never asked for: Row[id=rdm_2"));
        }

        @Test
        void a_hold_that_was_lost() {
            lines.add(3, reservedBy(4, "customer-4"));
            lines.add(4, new Told(4, 201, "{\"id\":\"rsv_4\",\"discount\":{\"amount\":400}}"));
            limited = spring(3, NONE, NONE, 2, 800, 2);
            lines.removeIf(line -> line.equals(declined(3, "limit_reached")));
            assertFault("reserved and lost: Asked[number=4");
        }

        @Test
        void one_too_many() {
            limited = spring(1, NONE, NONE, 2, 800, 2);
            assertThat(faults()).anyMatch(fault -> fault.startsWith("2 redemptions under a limit of 1"));
        }

        @Test
        void one_too_many_for_a_moment() {
            lines.add(5, reverse(4, 1));
            lines.add(6, new Told(4, 201, "{\"id\":\"rev_4\"}"));
            reversals.add(new Undone("rev_4", "rdm_1", 2_000, 400, true, true));
            limited = spring(1, NONE, NONE, 1, 400, 1);
            assertFault("for a moment more than the limit of 1: spring");
        }

        @Test
        void a_budget_exceeded_by_one_minor_unit() {
            limited = spring(2, NONE, 799, 2, 800, 2);
            assertThat(faults()).anyMatch(fault -> fault.startsWith("800 spent of a budget of 799"));
        }

        @Test
        void a_code_used_too_often() {
            limited = new Limited("spring", 2, 1, NONE, NONE, 20, 2, 800, 2, 2);
            assertThat(faults()).anyMatch(fault -> fault.startsWith("2 redemptions of SPRING20 under a limit of 1"));
        }

        @Test
        void a_customer_declined_although_a_turn_was_left() {
            lines.set(7, declined(3, "customer_limit_reached"));
            limited = spring(NONE, 1, NONE, 2, 800, 2);
            assertFault("declined although a turn was left: customer-3");
        }

        @Test
        void a_slot_that_was_lost() {
            limited = spring(3, NONE, NONE, 2, 800, 2);
            assertFault("declined although only 2 of 3");
        }

        @Test
        void a_counter_that_forgot_or_counted_twice() {
            limited = spring(2, NONE, NONE, 1, 800, 2);
            assertFault("counted 1 redemptions and 800 spent, there are 2 and 800");
            limited = spring(2, NONE, NONE, 2, 1_200, 2);
            assertFault("counted 2 redemptions and 1200 spent, there are 2 and 800");
        }

        @Test
        void figures_of_the_api_that_are_not_what_is_there() {
            limited = spring(2, NONE, NONE, 2, 800, 1);
            assertFault("the timeline shows 1 and the ranking 1 of 2 redemptions");
        }

        @Test
        void a_reversal_that_was_lost() {
            lines.add(5, reverse(4, 1));
            lines.add(6, new Told(4, 201, "{\"id\":\"rev_4\"}"));
            assertFault("reversal acknowledged and lost: Asked[number=4");
        }

        @Test
        void a_reversal_that_nobody_asked_for() {
            reversals.add(new Undone("rev_4", "rdm_1", 1_000, 200, false, false));
            limited = spring(2, NONE, NONE, 2, 600, 2);
            assertFault("1 reversals of rdm_1, 0 asked for and not declined");
        }

        @Test
        void an_answer_that_is_a_bug() {
            lines.add(5, new Told(3, 500, "{}"));
            assertFault("answered 500 to Asked[number=3");
        }

        private void assertFault(String beginning) {
            assertThat(faults()).singleElement().asString().startsWith(beginning);
        }
    }

    private List<String> faults() {
        return HistoryRules.faults(lines, new Found(rows, reversals, List.of(), List.of(limited), List.of()));
    }

    private static Limited spring(long perCampaign, long perCustomer, long budget, long used, long spent, long shown) {
        return new Limited("spring", perCampaign, NONE, perCustomer, budget, 20, used, spent, shown, shown);
    }

    private static Asked asked(int number) {
        return new Asked(
                number, Deed.REDEEM, "spring", "SPRING20", "customer-" + number, "order-" + number, 2_000, number, "");
    }

    private static Asked reservedBy(int number, String customer) {
        return new Asked(number, Deed.RESERVE, "spring", "SPRING20", customer, "order-" + number, 2_000, number, "");
    }

    private static Asked reverse(int number, int redemption) {
        return new Asked(
                number,
                Deed.REVERSE,
                "spring",
                "SPRING20",
                "customer-" + redemption,
                "order-" + redemption,
                0,
                redemption,
                "cancelled");
    }

    private static Told accepted(int number) {
        return new Told(number, 201, "{\"id\":\"rdm_" + number + "\",\"discount\":{\"amount\":400}}");
    }

    private static Told declined(int number, String code) {
        return new Told(number, 409, "{\"status\":409,\"code\":\"" + code + "\"}");
    }

    private static Row row(int number) {
        return new Row("rdm_" + number, "spring", "SPRING20", "order-" + number, 2_000, 400);
    }
}
