package dev.herald.share;

import java.util.ArrayList;
import java.util.List;

/**
 * The captions of one campaign.
 *
 * @param tag a second disclosure, as the law or the brand wants it; "" for none
 * @param own whether the brand wrote them; otherwise they are Herald's
 */
public record CampaignCaptions(List<CaptionTemplate> templates, String tag, boolean own) {

    /** Understood wherever posts are regulated (US FTC, UK ASA, EU consumer law): plain, and not hidden among others. */
    public static final String TAG = "#ad";

    public CampaignCaptions {
        templates = List.copyOf(templates);
    }

    /** What every caption of the campaign says somewhere. */
    public List<String> tags() {
        var tags = new ArrayList<>(List.of(TAG));
        if (!tag.isEmpty() && !tag.equalsIgnoreCase(TAG)) {
            tags.add(tag);
        }
        return List.copyOf(tags);
    }

    /** All captions filled, in the order of their platforms. */
    public List<FilledCaption> filled(CaptionValues values) {
        return templates.stream().map(template -> filled(template, values)).toList();
    }

    public FilledCaption filled(CaptionTemplate template, CaptionValues values) {
        var text = CaptionRules.fill(template, values, tags());
        return new FilledCaption(template.platform(), text, template.platform().length(text));
    }
}
