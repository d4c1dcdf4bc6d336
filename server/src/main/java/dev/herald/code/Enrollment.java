package dev.herald.code;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Ids;

/** An ambassador's membership in a campaign, with the code assigned to it. */
public record Enrollment(Id id, CampaignId campaign, AmbassadorId ambassador, PromoCode code) {

    /** Names an enrollment. */
    public record Id(long value) {

        @Override
        @JsonValue
        public String toString() {
            return Ids.format("enr_", value);
        }
    }
}
