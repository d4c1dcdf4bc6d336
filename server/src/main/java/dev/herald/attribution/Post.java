package dev.herald.attribution;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Ids;
import java.time.Instant;
import java.util.Locale;

/** That an ambassador posted about a campaign. */
public record Post(Id id, CampaignId campaign, AmbassadorId ambassador, Instant postedAt, Source source) {

    /** Names a post. */
    public record Id(long value) {

        public static final String PREFIX = "pst_";

        @Override
        @JsonValue
        public String toString() {
            return Ids.format(PREFIX, value);
        }
    }

    /** From whom it is known. */
    public enum Source {
        /** The brand's staff entered it. */
        ENTERED,
        /** It came with a file. */
        IMPORTED,
        /** The ambassador told it himself. */
        TOLD;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
