package dev.herald.share;

import dev.herald.platform.Input;
import java.util.ArrayList;
import java.util.EnumMap;

/** Reads a campaign's captions from JSON. */
final class CaptionInput {

    private static final int MOST_OF_A_PLATFORM = 10;
    private static final int LONGEST = 5_000;

    private CaptionInput() {}

    /**
     * The captions in a request; faults are refused with 422. No captions at all stand for the defaults.
     *
     * @param defaults of the brand's language
     * @param values of the campaign
     */
    static CampaignCaptions read(Input in, CampaignCaptions defaults, CaptionValues values) {
        in.only("captions", "tag");
        var tag = in.clears("tag") ? "" : tag(in, defaults.tag());
        var read = new ArrayList<CaptionTemplate>();
        var ofPlatform = new EnumMap<Platform, Integer>(Platform.class);
        for (var one : in.objects("captions", MOST_OF_A_PLATFORM * Platform.values().length)) {
            one.only("platform", "text");
            var template = new CaptionTemplate(
                    one.choice("platform", Platform.class),
                    one.text("text", LONGEST).strip());
            if (ofPlatform.merge(template.platform(), 1, Integer::sum) == MOST_OF_A_PLATFORM + 1) {
                one.refuse("platform", "has more than " + MOST_OF_A_PLATFORM + " captions. Leave some out.");
            }
            if (!template.text().isEmpty()) {
                CaptionRules.objection(template, values, new CampaignCaptions(read, tag, true).tags())
                        .ifPresent(why -> one.refuse("text", why));
            }
            read.add(template);
        }
        in.check();
        return read.isEmpty()
                ? new CampaignCaptions(defaults.templates(), tag, false)
                : new CampaignCaptions(read, tag, true);
    }

    private static String tag(Input in, String absent) {
        var tag = in.optionalText("tag", 100);
        if (tag == null) {
            return absent;
        }
        var stripped = tag.strip();
        CaptionRules.objection(stripped).ifPresent(why -> in.refuse("tag", why));
        return stripped;
    }
}
