package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.StartRefused;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {

    @Test
    void user_and_password_are_taken_out_of_the_address_and_the_rest_stays() {
        var text = "jdbc:postgresql://db:5432/herald?user=h%40x&sslmode=require&password=p%26q&ApplicationName=a";
        assertThat(DatabaseUrl.parse(text, Map.of()))
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://db:5432/herald?sslmode=require&ApplicationName=a", "h@x", "p&q"));
    }

    @Test
    void user_and_password_may_come_from_the_environment() {
        var environment = Map.of("HERALD_DATABASE_USER", "someone", "HERALD_DATABASE_PASSWORD", "secret");
        assertThat(DatabaseUrl.parse("jdbc:postgresql://db/herald", environment))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/herald", "someone", "secret"));
    }

    @Test
    void the_address_wins_over_the_environment() {
        var environment = Map.of("HERALD_DATABASE_USER", "someone", "HERALD_DATABASE_PASSWORD", "secret");
        assertThat(DatabaseUrl.parse("jdbc:postgresql://db/herald?user=other", environment))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/herald", "other", "secret"));
    }

    @Test
    void another_kind_of_address_is_refused_with_an_example() {
        assertThatThrownBy(() -> DatabaseUrl.parse("postgres://db/herald", Map.of()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("jdbc:postgresql://host:5432/database");
    }
}
