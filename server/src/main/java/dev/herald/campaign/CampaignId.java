package dev.herald.campaign;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.herald.platform.Ids;

/** Names a campaign. */
public record CampaignId(long value) {

    public static final String PREFIX = "cmp_";

    @Override
    @JsonValue
    public String toString() {
        return Ids.format(PREFIX, value);
    }
}
