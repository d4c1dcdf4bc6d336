package dev.herald.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.bench.History.Asked;
import dev.herald.bench.History.Told;
import dev.herald.bench.HistoryRules.Limited;
import dev.herald.bench.HistoryRules.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checker that finds nothing proves something only if it finds every fault that was planted. */
class HistoryRulesTest {

    private static final long NONE = Long.MAX_VALUE;

    /** Two redeemed of a campaign that allows two, and one declined. */
    private final List<Asked> asked = new ArrayList<>(List.of(asked(1), asked(2), asked(3)));

    private final List<Told> told =
            new ArrayList<>(List.of(accepted(1), accepted(2), declined(3, "limit_reached"), accepted(1)));
    private final List<Row> rows = new ArrayList<>(List.of(row(1), row(2)));
    private Limited limited = new Limited("spring", 2, NONE, NONE, 2, 800);

    @Test
    void a_kept_promise_is_no_fault() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void what_got_no_answer_may_be_there_or_not() {
        asked.add(asked(4));
        told.add(new Told(4, History.NO_ANSWER, "connection reset"));
        assertThat(faults()).isEmpty();
        told.set(2, new Told(3, 503, "{}"));
        rows.set(1, row(4));
        told.remove(1);
        assertThat(faults()).isEmpty();
    }

    @Test
    void a_history_reads_as_it_was_written(@TempDir Path folder) {
        var file = folder.resolve("history");
        try (var history = History.in(file)) {
            asked.forEach(history::asked);
            told.forEach(history::told);
        }
        assertThat(History.read(file)).isEqualTo(new History.Transcript(asked, told));
    }

    @Nested
    class Finds {

        @Test
        void an_acknowledgement_before_the_commit_that_a_crash_undid() {
            rows.removeLast();
            limited = new Limited("spring", 1, NONE, NONE, 1, 400);
            assertFault("acknowledged and lost: Asked[number=2");
        }

        @Test
        void another_redemption_in_the_place_of_the_one_acknowledged() {
            rows.set(1, new Row("rdm_OTHER", "spring", "order-2", 400));
            assertFault("acknowledged and lost: Asked[number=2");
        }

        @Test
        void a_retry_that_redeemed_again() {
            rows.add(new Row("rdm_AGAIN", "spring", "order-1", 400));
            limited = new Limited("spring", 3, NONE, NONE, 3, 1_200);
            assertFault("redeemed 2 times: Asked[number=1");
        }

        @Test
        void a_retry_that_got_another_answer() {
            told.set(3, new Told(1, 201, accepted(1).body() + " "));
            assertFault("two different answers to Asked[number=1");
        }

        @Test
        void a_retry_of_what_was_accepted_that_was_declined() {
            told.set(3, declined(1, "limit_reached"));
            assertThat(faults()).anyMatch(fault -> fault.startsWith("accepted, then declined: Asked[number=1"));
        }

        @Test
        void a_decline_that_left_a_trace() {
            told.set(1, declined(2, "limit_reached"));
            assertFault("declined and redeemed: Asked[number=2");
        }

        @Test
        void a_redemption_that_nobody_asked_for() {
            asked.removeLast();
            told.remove(2);
            rows.add(row(3));
            limited = new Limited("spring", 3, NONE, NONE, 3, 1_200);
            assertFault("redeemed and never asked for: Row[id=rdm_3");
        }

        @Test
        void a_redemption_in_another_campaign_than_the_one_asked_for() {
            rows.set(1, new Row("rdm_2", "autumn", "order-2", 400));
            limited = new Limited("spring", 1, NONE, NONE, 1, 400);
            assertFault("redeemed and never asked for: Row[id=rdm_2");
        }

        @Test
        void one_too_many() {
            limited = new Limited("spring", 1, NONE, NONE, 2, 800);
            assertFault("2 redemptions under a limit of 1");
        }

        @Test
        void a_budget_exceeded_by_one_minor_unit() {
            limited = new Limited("spring", 2, NONE, 799, 2, 800);
            assertFault("800 spent of a budget of 799");
        }

        @Test
        void a_turn_too_many_of_one_customer() {
            asked.set(1, new Asked(2, "spring", "SPRING20", "customer-1", "order-2", 2_000));
            limited = new Limited("spring", 2, 1, NONE, 2, 800);
            assertFault("2 turns of customer-1 of 1");
        }

        @Test
        void a_customer_declined_although_a_turn_was_left() {
            told.set(2, declined(3, "customer_limit_reached"));
            limited = new Limited("spring", NONE, 1, NONE, 2, 800);
            assertFault("declined although a turn was left: customer-3");
        }

        @Test
        void a_slot_that_was_lost() {
            limited = new Limited("spring", 3, NONE, NONE, 2, 800);
            assertFault("1 declined although only 2 of 3 were used");
        }

        @Test
        void a_counter_that_forgot_or_counted_twice() {
            limited = new Limited("spring", 2, NONE, NONE, 1, 800);
            assertFault("counted 1 redemptions and 800 spent, there are 2 and 800");
            limited = new Limited("spring", 2, NONE, NONE, 2, 1_200);
            assertFault("counted 2 redemptions and 1200 spent, there are 2 and 800");
        }

        @Test
        void an_answer_that_is_a_bug() {
            told.add(new Told(3, 500, "{}"));
            told.add(declined(3, "limit_reached"));
            assertFault("answered 500 to 3: {}");
        }

        private void assertFault(String beginning) {
            assertThat(faults()).singleElement().asString().startsWith(beginning);
        }
    }

    private List<String> faults() {
        return HistoryRules.faults(new History.Transcript(asked, told), rows, List.of(limited));
    }

    private static Asked asked(int number) {
        return new Asked(number, "spring", "SPRING20", "customer-" + number, "order-" + number, 2_000);
    }

    private static Told accepted(int number) {
        return new Told(number, 201, "{\"id\":\"rdm_" + number + "\",\"order\":\"order-" + number + "\"}");
    }

    private static Told declined(int number, String code) {
        return new Told(number, 409, "{\"status\":409,\"code\":\"" + code + "\"}");
    }

    private static Row row(int number) {
        return new Row("rdm_" + number, "spring", "order-" + number, 400);
    }
}
