package dev.herald.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.platform.Database;
import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.NodeLease;
import dev.herald.platform.TestPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private static Database db;
    private static NodeLease lease;
    private static DatabaseAddress address;
    private static Access access;
    private static Brand brand;

    @BeforeAll
    static void start() {
        address = TestPostgres.migratedDatabase();
        db = Database.open(address, 4);
        lease = NodeLease.take(db);
        access = at(NOON);
        brand = access.createBrand("Heartbeat", Brand.Mode.LIVE, "Olive");
    }

    @AfterAll
    static void stop() {
        lease.close();
        db.close();
    }

    @Test
    void a_key_tells_brand_and_scope_until_it_is_revoked() {
        var other = access.createBrand("Pulse", Brand.Mode.TEST, "Paul");
        var key = access.createKey(other, Scope.CHECKOUT);
        assertThat(key).matches("sk_test_[0-9A-Z]{38}");
        var caller = access.caller(key).orElseThrow();
        assertThat(caller.brand().id()).isEqualTo(other.id());
        assertThat(caller.scope()).isEqualTo(Scope.CHECKOUT);
        access.revokeKeys(other.id());
        assertThat(access.caller(key)).isEmpty();
    }

    @Test
    void a_key_with_one_character_changed_is_no_key() {
        var key = access.createKey(brand, Scope.ADMIN);
        for (int i = 8; i < key.length(); i++) {
            var changed = new StringBuilder(key);
            changed.setCharAt(i, key.charAt(i) == 'A' ? 'B' : 'A');
            assertThat(Secrets.isApiKey(changed.toString())).as("at " + i).isFalse();
        }
        assertThat(Secrets.isApiKey(key)).isTrue();
    }

    @Test
    void no_secret_is_stored_as_it_is() throws SQLException {
        var key = access.createKey(brand, Scope.ADMIN);
        var link = access.createConsoleLink(brand.id());
        try (var connection = TestPostgres.connect(address);
                var rows = connection.createStatement().executeQuery("select c::text from credential c")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(key).doesNotContain(link);
            }
        }
    }

    @Test
    void a_console_link_works_once_and_for_a_day() {
        var link = access.createConsoleLink(brand.id());
        var session = access.enter(link).orElseThrow();
        assertThat(access.session(session).orElseThrow().name()).isEqualTo("Olive");
        assertThat(access.enter(link)).isEmpty();
        var late = access.createConsoleLink(brand.id());
        assertThat(at(NOON.plus(Duration.ofHours(24))).enter(late)).isEmpty();
        assertThat(at(NOON.plus(Duration.ofHours(24)).minusMillis(1)).enter(late))
                .isPresent();
    }

    @Test
    void a_session_ends_by_signing_out_or_after_two_weeks() {
        var session = access.enter(access.createConsoleLink(brand.id())).orElseThrow();
        assertThat(at(NOON.plus(Duration.ofDays(14))).session(session)).isEmpty();
        access.signOut(session);
        assertThat(access.session(session)).isEmpty();
    }

    @Test
    void a_set_up_link_makes_one_brand_and_a_newer_link_ends_it() {
        var first = access.createSetupLink();
        var second = access.createSetupLink();
        assertThat(access.setUp(first, "Late", "L")).isEmpty();
        var session = access.setUp(second, "New brand", "Nora").orElseThrow();
        assertThat(access.session(session).orElseThrow().brand().name()).isEqualTo("New brand");
        assertThat(access.setUp(second, "Again", "A")).isEmpty();
    }

    private static Access at(Instant time) {
        return new Access(db, lease.ids(), InstantSource.fixed(time));
    }
}
