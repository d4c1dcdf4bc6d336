package dev.herald.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.bench.faults.Found.Row;
import dev.herald.bench.faults.Found.Undone;
import dev.herald.bench.faults.LedgerRules.Posted;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tenth of what the buyer paid, less what was sent back; and what is found when the ledger says otherwise. */
class LedgerRulesTest {

    /** 19.99 less 3.00: a tenth of 16.99 is 1.70. */
    private static final Row ROW = new Row("rdm_1", "spring", "MIA", "order-1", 1_999, 300);

    private static final Undone HALF = new Undone("rev_1", "rdm_1", 1_000, 150, false, false);
    private static final Undone REST = new Undone("rev_2", "rdm_1", 999, 150, true, true);

    @Test
    void what_is_credited_once_and_exactly_is_in_order() {
        assertThat(faults(List.of(), new Posted("rdm_1", 1, 170))).isEmpty();
        // 9.99 of 19.99 stand: 8.49 of what was paid.
        assertThat(faults(List.of(HALF), new Posted("rdm_1", 1, 85))).isEmpty();
        assertThat(faults(List.of(HALF, REST), new Posted("rdm_1", 1, 0))).isEmpty();
    }

    @Test
    void a_credit_that_is_lost_or_given_twice_is_found() {
        assertThat(faults(List.of(), new Posted("rdm_1", 0, 0)))
                .anyMatch(fault -> fault.startsWith("credited 0 times"))
                .anyMatch(fault -> fault.startsWith("earned 170"));
        assertThat(faults(List.of(), new Posted("rdm_1", 2, 340)))
                .anyMatch(fault -> fault.startsWith("credited 2 times"));
    }

    @Test
    void a_reversal_that_took_back_too_little_or_too_much_is_found() {
        assertThat(faults(List.of(HALF), new Posted("rdm_1", 1, 170))).hasSize(1);
        assertThat(faults(List.of(HALF), new Posted("rdm_1", 1, 84))).hasSize(1);
        assertThat(faults(List.of(HALF, REST), new Posted("rdm_1", 1, 1))).hasSize(1);
    }

    @Test
    void a_credit_of_nothing_is_found() {
        assertThat(faults(List.of(), new Posted("rdm_2", 1, 170)))
                .singleElement()
                .asString()
                .startsWith("credited and never redeemed");
    }

    private static List<String> faults(List<Undone> reversals, Posted posted) {
        return LedgerRules.faults(List.of(ROW), reversals, List.of(posted));
    }
}
