package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.access.BrandId;
import dev.herald.access.Scope;
import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.TestPostgres;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database that was filled before codes were kept apart, brought to the newest schema by an owner who is no superuser. */
class UpgradeTest {

    private static final String FILL_EACH_BRAND = """
            insert into brand (brand_id, name, mode, secret)
            values (:brand, 'Old', 'test', sha256('old'));
            insert into campaign (brand_id, campaign_id, name, objective, strategy, offer_type, offer_value, currency,
                   starts_at, state, blanket_code)
            values (:brand, 1, 'Spring', 'loyalty', 'blanket', 'percent', 2000, 'USD', '2020-01-01Z', 'running', 'ALLE20');
            insert into ambassador (brand_id, ambassador_id, name)
            values (:brand, 1, 'Mia'), (:brand, 2, 'Nia');
            insert into code (brand_id, code_id, campaign_id, ambassador_id, kind, text, display, skeleton, status)
            values (:brand, 1, 1, null, 'blanket', 'ALLE20', 'ALLE20', 'AIIEZO', 'live'),
                   (:brand, 2, 1, 1, 'personal', 'MIA20', 'MIA20', 'MIAZO', 'live'),
                   -- One slip from the one before, as codes could be.
                   (:brand, 3, 1, 2, 'personal', 'NIA20', 'NIA20', 'NIAZO', 'live'),
                   (:brand, 4, 1, 2, 'unique', 'HBQKQ5W6', 'HBQK-Q5W6', 'HBQKQSW6', 'live'),
                   (:brand, 5, 1, 1, 'personal', 'GONEGIRL20', 'GONEGIRL20', 'GONEGIRIZO', 'disabled'),
                   -- In Cyrillic letters: alone, younger than its twin in Latin ones, and older; and two in mixed letters.
                   (:brand, 6, 1, 1, 'personal', 'КАТЯ20', 'КАТЯ20', 'КАТЯZO', 'live'),
                   (:brand, 7, 1, 1, 'personal', 'ТОМ77', 'ТОМ77', 'ТОМ77', 'live'),
                   (:brand, 8, 1, 2, 'personal', 'TOM77', 'TOM77', 'TOM77', 'live'),
                   (:brand, 9, 1, 2, 'personal', 'MAX77', 'MAX77', 'MAX77', 'live'),
                   (:brand, 10, 1, 1, 'personal', 'МАХ77', 'МАХ77', 'МАХ77', 'live'),
                   (:brand, 11, 1, 1, 'personal', 'РETER44', 'РETER44', 'РETER44', 'live'),
                   (:brand, 12, 1, 2, 'personal', 'PЕTER44', 'PЕTER44', 'PЕTER44', 'live');
            insert into enrollment (brand_id, enrollment_id, campaign_id, ambassador_id, code_id)
            values (:brand, 1, 1, 1, 2);
            insert into redemption (brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name,
                   ambassador_name, order_hash, order_reference, customers, amount, shipping, discount, currency,
                   placed_at, redeemed_at, first_order, turn_day)
            values (:brand, 1, 1, 2, 1, 'Spring', 'Mia', substring(sha256('o') for 16), 'o', '{}', 1000, 0, 200, 'USD',
                   now(), now(), true, current_date);
            insert into redeemed_order (brand_id, order_hash, campaigns, combinable, credited, redemptions)
            values (:brand, substring(sha256('o') for 16), '{1}', false, true, '{1}');
            -- Two days of one code, and a redemption that nobody was credited for.
            insert into rollup (brand_id, campaign_id, day, code_id, ambassador_id, made, undone, first_orders, revenue, discount)
            values (:brand, 1, '2020-01-01', 2, 1, 2, 1, 1, 1000, 200),
                   (:brand, 1, '2020-01-02', 2, 1, 3, 0, 1, 3000, 600),
                   (:brand, 1, '2020-01-02', 1, 0, 1, 0, 0, 500, 100);
            """;

    private static TestHerald herald;
    private static String admin;

    @BeforeAll
    static void upgrade() throws SQLException {
        var database = filledBefore();
        herald = new TestHerald(database);
        admin = herald.herald
                .access()
                .createKey(herald.herald.access().brand(new BrandId(1)).orElseThrow(), Scope.ADMIN);
    }

    @AfterAll
    static void stop() {
        herald.close();
    }

    private static DatabaseAddress filledBefore() throws SQLException {
        var asSuperuser = TestPostgres.emptyDatabase();
        var owner = new DatabaseAddress(asSuperuser.url(), "upgrade_owner", "of old tables");
        try (var connection = TestPostgres.connect(asSuperuser);
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = 'herald_app') then
                            create role herald_app nologin;
                        end if;
                        if not exists (select from pg_roles where rolname = 'upgrade_owner') then
                            create role upgrade_owner login password 'of old tables' in role herald_app;
                        end if;
                        execute format('alter database %I owner to upgrade_owner', current_database());
                    end $$
                    """);
        }
        Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .target("14")
                .loggers("slf4j")
                .load()
                .migrate();
        try (var connection = TestPostgres.connect(asSuperuser);
                var statement = connection.createStatement()) {
            for (var brand : List.of("1", "2")) {
                statement.execute(FILL_EACH_BRAND.replace(":brand", brand));
            }
        }
        return owner;
    }

    @Test
    void sums_up_what_was_summed_up_finely() throws SQLException {
        var campaign = herald.send("GET", "/v1/campaigns", null, admin)
                .json()
                .at("/data/0/id")
                .asText();
        var ranking = herald.send("GET", "/v1/campaigns/" + campaign + "/ranking", null, admin)
                .json();
        assertThat(ranking.at("/data/0/ambassador/name").asText()).isEqualTo("Mia");
        assertThat(ranking.at("/data/0/redemptions").asInt()).isEqualTo(4);
        try (var owner = TestPostgres.connect(herald.database);
                var statement = owner.createStatement()) {
            statement.execute("set herald.brands = '{1}'");
            assertThat(numbers(statement, "rollup_campaign")).containsExactly(2L, 6L, 4500L);
            assertThat(numbers(statement, "rollup_ambassador")).containsExactly(2L, 5L, 4000L);
        }
    }

    private static List<Long> numbers(Statement statement, String rollup) throws SQLException {
        try (var rows = statement.executeQuery(
                "select count(*), sum(made), sum(revenue) from " + rollup + " where day < '2021-01-01'")) {
            rows.next();
            return List.of(rows.getLong(1), rows.getLong(2), rows.getLong(3));
        }
    }

    @Test
    void keeps_every_code_its_owner_and_its_redemptions() {
        assertThat(check("MIA20").at("/owner/name").asText()).isEqualTo("Mia");
        assertThat(check("NIA20").at("/owner/name").asText()).isEqualTo("Nia");
        assertThat(check("hbqk q5w6").get("works").asBoolean()).isTrue();
        assertThat(redeem("ALLE20", "alle").status()).isEqualTo(201);
        assertThat(herald.send("GET", "/v1/redemptions", null, admin)
                        .json()
                        .get("data")
                        .findValuesAsText("reference"))
                .contains("o");
    }

    @Test
    void tells_no_reason_of_a_credit_that_was_decided_before_reasons_were_kept() {
        var old = herald.send("GET", "/v1/redemptions/rdm_0000000000001", null, admin)
                .json();
        assertThat(old.at("/ambassador/name").asText()).isEqualTo("Mia");
        assertThat(old.has("credit")).isFalse();
        assertThat(redeem("NIA20", "credited").json().at("/credit/reason").asText())
                .isEqualTo("code");
    }

    @Test
    void takes_no_old_code_for_separated() {
        for (var code : List.of("ALLE20", "MIA20", "NIA20", "HBQKQ5W6", "GONEGIRL20", "КАТЯ20")) {
            assertThat(check(code).get("separated").asBoolean()).as(code).isFalse();
        }
        send("PATCH", "/v1/brand", Map.of("automatic_correction", true));
        assertThat(redeem("TIA20", "slip").code()).isEqualTo("code_unknown");
        assertThat(redeem("HBQKQ5W7", "slip").code()).isEqualTo("code_unknown");
    }

    @Test
    void keeps_new_codes_apart_from_old_ones() {
        assertThat(give("MIO20").at("/data/0/separated").asBoolean()).isFalse();
        assertThat(give("HBQKQ5W9").at("/data/0/separated").asBoolean()).isFalse();
        assertThat(give("GONEGURL20").at("/data/0/separated").asBoolean()).isFalse();
        assertThat(give("FARAWAY44").at("/data/0/separated").asBoolean()).isTrue();
    }

    @Test
    void never_gives_a_disabled_text_away() {
        assertThat(give("GONEGIRL20").get("code").asText()).isEqualTo("code_taken");
        assertThat(redeem("GONEGIRL20", "gone").code()).isEqualTo("code_disabled");
    }

    @Test
    void means_the_same_code_by_look_alikes_of_other_scripts_and_the_older_one_of_twins_unless_one_is_latin() {
        assertThat(check("КАТЯ20").at("/owner/name").asText()).isEqualTo("Mia");
        assertThat(check("KATЯ20").get("text").asText()).isEqualTo("КАТЯ20");
        for (var latin : List.of("TOM77", "MAX77")) {
            assertThat(check(latin).at("/owner/name").asText()).as(latin).isEqualTo("Nia");
        }
        assertThat(check("PETER44").at("/owner/name").asText()).isEqualTo("Mia");
        assertThat(give("ТОМ77").get("code").asText()).isEqualTo("code_taken");
    }

    private static JsonNode check(String code) {
        var path = "/v1/codes/" + URLEncoder.encode(code, StandardCharsets.UTF_8);
        return herald.send("GET", path.replace("+", "%20"), null, admin).json();
    }

    private static JsonNode give(String code) {
        return send("POST", "/v1/campaigns/cmp_0000000000001/codes", Map.of("code", code))
                .json();
    }

    private static TestHerald.Reply redeem(String code, String order) {
        return send("POST", "/v1/redemptions", TestHerald.redemption(code, "customer of " + code, order));
    }

    private static TestHerald.Reply send(String method, String path, Object body) {
        return herald.send(method, path, body, admin);
    }
}
