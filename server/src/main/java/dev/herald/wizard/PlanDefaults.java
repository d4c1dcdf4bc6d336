package dev.herald.wizard;

import dev.herald.access.Brand;
import dev.herald.ambassador.Ambassadors.Reach;
import dev.herald.campaign.Objective;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What stands in the fields of a plan before anybody touches them. */
final class PlanDefaults {

    private static final int USUAL_DAYS = 30;

    private PlanDefaults() {}

    /** @param chosen how many ambassadors were chosen by name */
    static Map<String, String> of(Brand brand, Reach reach, int chosen, Instant now) {
        var start = LocalDateTime.ofInstant(now, brand.zone()).truncatedTo(ChronoUnit.MINUTES);
        var end = start.toLocalDate().plusDays(USUAL_DAYS).atTime(LocalTime.of(23, 59));
        var fields = new HashMap<String, String>();
        fields.put("objective", Objective.NEW_CUSTOMERS.name().toLowerCase(Locale.ROOT));
        var many = chosen > 0 ? chosen : reach.people();
        fields.put("members", chosen > 0 ? "chosen" : many > 0 ? "everybody" : "nobody");
        fields.put("ambassadors", many > 0 ? Long.toString(many) : "");
        fields.put("currency", brand.look().currency().getCurrencyCode());
        fields.put("offer.type", "percent");
        fields.put("offer.value", "20");
        fields.put("starts_at", start.toString());
        fields.put("ends_at", end.toString());
        fields.put("reward.type", "none");
        return fields;
    }
}
