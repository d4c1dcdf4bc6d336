package dev.herald.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.portal.AmbassadorPage.Captions.Part;
import dev.herald.share.FilledCaption;
import dev.herald.share.Platform;
import dev.herald.web.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CaptionCardsTest {

    @Test
    void the_code_and_the_tags_are_marked_and_nothing_is_lost() {
        assertThat(CaptionCards.parts("Use MAYA20 now. #ad #Werbung", "MAYA20"))
                .containsExactly(
                        new Part("Use ", "plain"),
                        new Part("MAYA20", "code"),
                        new Part(" now. ", "plain"),
                        new Part("#ad", "tag"),
                        new Part(" ", "plain"),
                        new Part("#Werbung", "tag"));
    }

    @Test
    void a_code_is_taken_as_it_is_written() {
        assertThat(CaptionCards.parts("A.B and AxB", "A.B"))
                .containsExactly(new Part("A.B", "code"), new Part(" and AxB", "plain"));
    }

    @Test
    void captions_are_by_platform_with_how_much_room_they_take() {
        var cards = new CaptionCards(Texts.of(Locale.ENGLISH), PortalSamples.formats())
                .cards(
                        List.of(
                                new FilledCaption(Platform.X, "one #ad", 7),
                                new FilledCaption(Platform.INSTAGRAM, "two #ad", 7),
                                new FilledCaption(Platform.X, "three #ad", 9)),
                        "MAYA20");

        assertThat(cards).extracting(AmbassadorPage.Captions::platform).containsExactly("instagram", "x");
        assertThat(cards.getLast().texts()).hasSize(2);
        assertThat(cards.getFirst().texts().getFirst().length()).isEqualTo("7 of 2,200 characters");
    }
}
