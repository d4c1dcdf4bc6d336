package dev.herald.wizard;

import dev.herald.share.CampaignCaptions;
import dev.herald.share.CaptionTemplate;
import dev.herald.share.CaptionValues;
import dev.herald.share.Platform;
import dev.herald.web.Form;
import dev.herald.web.Formats;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The captions of one platform, each with what it will look like.
 *
 * @param word as a field has it
 */
public record CaptionView(String word, String label, List<Post> posts) {

    public CaptionView {
        posts = List.copyOf(posts);
    }

    /**
     * @param number in the names of its fields
     * @param text with the values of the example; "" as long as nothing is written
     */
    public record Post(int number, String text, String length, boolean tooLong) {

        public String field() {
            return CaptionFields.text(number);
        }

        public String platformField() {
            return CaptionFields.platform(number);
        }
    }

    static List<CaptionView> of(Form form, CampaignCaptions tags, CaptionValues values, Formats formats) {
        return Arrays.stream(Platform.values())
                .map(platform -> new CaptionView(
                        word(platform),
                        platform.label(),
                        CaptionFields.all(form).stream()
                                .filter(number -> form.value(CaptionFields.platform(number))
                                        .equals(word(platform)))
                                .map(number -> post(number, platform, form, tags, values, formats))
                                .toList()))
                .toList();
    }

    private static Post post(
            int number, Platform platform, Form form, CampaignCaptions tags, CaptionValues values, Formats formats) {
        var text = form.value(CaptionFields.text(number));
        if (text.isEmpty()) {
            return new Post(number, "", "", false);
        }
        var filled = tags.filled(new CaptionTemplate(platform, text), values);
        return new Post(
                number,
                filled.text(),
                formats.count(filled.length()) + " of " + formats.count(filled.limit()),
                filled.length() > filled.limit());
    }

    private static String word(Platform platform) {
        return platform.name().toLowerCase(Locale.ROOT);
    }
}
