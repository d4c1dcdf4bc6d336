package dev.herald.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SoundsTest {

    @ParameterizedTest
    @CsvSource({
        "KAITLIN20, CATELYNN20",
        "KATHRYN20, CATHERINE20",
        "CHRISTINA20, KIERSTEN20",
        "JACKSON20, JAXON20",
        "MARCOS20, MARQUIS25",
        "MARCOS20, MARQUIS120",
        "20MARCOS, MARQUIS20",
        "MARCOS, MARQUIS2"
    })
    void are_twins_when_words_sound_alike_and_numbers_hardly_differ(String one, String other) {
        assertThat(Sounds.areTwins(one, other)).isTrue();
        assertThat(Sounds.areTwins(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "KAITLIN20, CATELYNN15",
        "KAITLIN, CATELYNN20",
        "CHRISTOPHER20, CHRISTINA20",
        "LUIS20, LUCY20",
        "ALAN20, ELENA20",
        "MIA20, MAY20",
        "ИВАН20, ИВАН20",
        "KAITLINИ20, KAITLINИ20",
        "12345, 12345"
    })
    void are_no_twins_otherwise(String one, String other) {
        assertThat(Sounds.areTwins(one, other)).isFalse();
        assertThat(Sounds.areTwins(other, one)).isFalse();
    }

    @Test
    void are_taken_of_the_whole_word() {
        assertThat(Sounds.key("CHRISTOPHER20")).isEqualTo("KRSTFR");
        assertThat(Sounds.key("CHRISTINA20")).isEqualTo("KRSTN");
    }

    @Test
    void are_not_taken_of_too_few_letters() {
        assertThat(Sounds.key("CARLA20")).isEmpty();
        assertThat(Sounds.key("MARCOS20")).isEqualTo("MRKS");
        assertThat(Sounds.key("20")).isEmpty();
        assertThat(Sounds.key("")).isEmpty();
    }
}
