package dev.herald.planner;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Ids;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that somebody is planning, step by step.
 *
 * @param typed what was typed so far, by field, whether it makes sense or not
 * @param campaign what became of it; absent while it is unfinished
 * @param chosen how many ambassadors were chosen for it by name; 0 if none were
 */
public record CampaignPlan(
        Id id, Map<String, String> typed, @Nullable CampaignId campaign, Instant changedAt, int chosen) {

    /** Names a plan. */
    public record Id(long value) {

        public static final String PREFIX = "pln_";

        @Override
        @JsonValue
        public String toString() {
            return Ids.format(PREFIX, value);
        }
    }

    public CampaignPlan {
        typed = Map.copyOf(typed);
    }

    /** What was typed into a field; "" if nothing. */
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
