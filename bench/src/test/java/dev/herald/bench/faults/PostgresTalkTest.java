package dev.herald.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A trap at a commit proves something only if it springs there, and nowhere else. */
class PostgresTalkTest {

    private static final String REDEEM = "insert into redemption (brand_id) values (1)";
    private static final byte[] IN_TRANSACTION = message('Z', "T");
    private static final byte[] IDLE = message('Z', "I");

    private final Trap trap = new Trap();
    private final PostgresTalk talk = new PostgresTalk(trap);

    @Test
    void a_commit_after_a_redemption_is_caught_before_it_gets_there() {
        trap.set(Trap.Point.BEFORE_COMMIT, () -> {});
        assertThat(runs("BEGIN")).isTrue();
        assertThat(runs(REDEEM)).isTrue();
        assertThat(ends()).isTrue();
        assertThat(talk.passesAnswer(IN_TRANSACTION)).isTrue();
        assertThat(runs("COMMIT")).isFalse();
    }

    @Test
    void an_answer_to_a_commit_is_caught_after_the_database_has_given_it() {
        trap.set(Trap.Point.AFTER_COMMIT, () -> {});
        runs("BEGIN");
        runs(REDEEM);
        assertThat(runs("COMMIT")).isTrue();
        assertThat(ends()).isTrue();
        assertThat(talk.passesAnswer(IDLE)).isFalse();
    }

    @Test
    void a_request_without_a_transaction_commits_at_its_end() {
        trap.set(Trap.Point.BEFORE_COMMIT, () -> {});
        assertThat(runs(REDEEM)).isTrue();
        assertThat(ends()).isFalse();
    }

    @Test
    void a_commit_of_something_else_is_let_through() {
        trap.set(Trap.Point.BEFORE_COMMIT, () -> {});
        runs("BEGIN");
        runs("insert into redeemed_order (brand_id) values (1)");
        assertThat(runs("COMMIT")).isTrue();
        assertThat(talk.passesAnswer(IDLE)).isTrue();
    }

    @Test
    void a_trap_springs_once() {
        var sprung = trap.set(Trap.Point.BEFORE_COMMIT, () -> {}).sprung();
        runs(REDEEM);
        assertThat(ends()).isFalse();
        assertThat(sprung.getCount()).isZero();
        assertThat(ends()).isTrue();
    }

    @Test
    void messages_are_taken_one_by_one_and_the_first_has_no_type() throws IOException {
        var start = ByteBuffer.allocate(8).putInt(8).putInt(196_608).array();
        var query = message('Q', "select 1\0");
        var in = new ByteArrayInputStream(ByteBuffer.allocate(start.length + query.length)
                .put(start)
                .put(query)
                .array());
        assertThat(talk.readRequest(in)).isEqualTo(start);
        assertThat(talk.readRequest(in)).isEqualTo(query);
        assertThat(talk.readRequest(in)).isEmpty();
    }

    /** As pgjdbc sends it: named, bound, executed. */
    private boolean runs(String sql) {
        return talk.passesRequest(message('P', "S_1\0" + sql + "\0"))
                && talk.passesRequest(message('B', "\0S_1\0"))
                && talk.passesRequest(message('E', "\0"));
    }

    private boolean ends() {
        return talk.passesRequest(message('S', ""));
    }

    private static byte[] message(char type, String text) {
        var body = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) type)
                .putInt(4 + body.length)
                .put(body)
                .array();
    }
}
