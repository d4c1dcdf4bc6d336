package dev.herald.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Reads the catalogue of a migrated database: what must hold of every table, also of those yet to come. */
class SchemaTest {

    /** Read before a brand is known, the migrations' own, and the scheduler's, which looks for work of all brands. */
    private static final String[] EXEMPT = {"credential", "flyway_schema_history", "scheduled_tasks"};

    private static final DatabaseAddress DATABASE = TestPostgres.migratedDatabase();

    @Nested
    class Every_table {

        @Test
        void belongs_to_brands_and_hides_the_rows_of_others_even_from_its_owner() throws SQLException {
            assertThat(rows("""
                    select relname
                      from pg_class c
                     where relkind in ('r', 'p')
                       and relnamespace = 'public'::regnamespace
                       and not (relrowsecurity
                                and relforcerowsecurity
                                and exists (select from pg_policy p
                                             where p.polrelid = c.oid
                                               and pg_get_expr(p.polqual, p.polrelid) like '%brand_id = ANY%herald_brands()%')
                                and exists (select from pg_attribute a
                                             where a.attrelid = c.oid
                                               and a.attname = 'brand_id'
                                               and a.attnotnull))
                    """)).containsExactlyInAnyOrder(EXEMPT);
        }

        @Test
        void has_the_brand_first_in_each_key_and_index() throws SQLException {
            assertThat(rows("""
                    select distinct c.relname
                      from pg_index i
                      join pg_class c on c.oid = i.indrelid
                      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                     where c.relnamespace = 'public'::regnamespace
                       and a.attname is distinct from 'brand_id'
                    """)).containsExactlyInAnyOrder(EXEMPT);
        }
    }

    @Nested
    class The_applications_role {

        @Test
        void owns_nothing_and_may_not_bypass_the_policies() throws SQLException {
            assertThat(rows("""
                    select rolname
                      from pg_roles
                     where rolname = 'herald_app'
                       and not rolsuper
                       and not rolbypassrls
                       and not rolcreaterole
                    """)).containsExactly("herald_app");
            assertThat(rows("""
                    select relname
                      from pg_class
                     where relowner = 'herald_app'::regrole
                    """)).isEmpty();
        }

        @Test
        void sees_no_row_of_a_brand_that_its_transaction_does_not_name() {
            try (var db = Database.open(DATABASE, 2)) {
                db.inBrand(1, tx -> tx.execute("""
                        insert into brand (brand_id, name, mode, secret)
                        values (1, 'One', 'test', sha256('one'))
                        """));
                assertThat(brandsSeen(db, 1)).isEqualTo(1);
                assertThat(brandsSeen(db, 2)).isZero();
                assertThatThrownBy(() -> db.inBrand(2, tx -> tx.execute("""
                                insert into brand (brand_id, name, mode, secret)
                                values (1, 'Forged', 'test', sha256('one'))
                                """)))
                        .hasMessageContaining("row-level security");
                db.inBrand(2, tx -> tx.execute("update brand set name = 'Forged'"));
                String name = db.inBrand(
                        1,
                        tx -> tx.createQuery("select name from brand")
                                .mapTo(String.class)
                                .one());
                assertThat(name).isEqualTo("One");
                assertThatThrownBy(() -> db.inBrand(1, tx -> tx.execute("delete from brand")))
                        .hasMessageContaining("permission denied");
            }
        }

        private static int brandsSeen(Database db, long brand) {
            return db.inBrand(
                    brand,
                    tx -> tx.createQuery("select count(*) from brand")
                            .mapTo(Integer.class)
                            .one());
        }
    }

    private static List<String> rows(String sql) throws SQLException {
        try (var connection = TestPostgres.connect(DATABASE);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
