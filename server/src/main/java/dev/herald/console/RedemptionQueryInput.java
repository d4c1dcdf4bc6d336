package dev.herald.console;

import dev.herald.access.Brand;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.CampaignId;
import dev.herald.code.CodeId;
import dev.herald.code.Codes;
import dev.herald.platform.Ids;
import dev.herald.redemption.RedemptionQuery;
import dev.herald.web.Form;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which redemptions a page or a file was asked for; with faults it asks for none.
 *
 * @param query what the fields mean, as far as they mean anything
 */
record RedemptionQueryInput(Form form, RedemptionQuery query) {

    static final List<String> FIELDS = List.of("campaign", "ambassador", "code", "order", "from", "to", "reversed");

    static RedemptionQueryInput of(Form typed, Brand brand, Codes codes, Ambassadors ambassadors) {
        var reader = new Reader(typed, brand);
        var campaign = reader.campaign();
        var ambassador = reader.ambassador(ambassadors);
        var code = reader.code(codes);
        var from = reader.day("from", 0);
        var before = reader.day("to", 1);
        var order = typed.has("order") ? typed.value("order") : null;
        var query = new RedemptionQuery(
                campaign,
                ambassador,
                code,
                order,
                from == null ? 0 : from,
                before == null ? Long.MAX_VALUE : before,
                typed.has("reversed"));
        return new RedemptionQueryInput(reader.form, query);
    }

    /** As it stands in an address, with its question mark; "" for none. */
    String address() {
        return CodeListInput.query(FIELDS.stream(), form);
    }

    /** Reads field by field and gathers what is wrong. */
    private static final class Reader {
        private final Brand brand;
        private Form form;

        Reader(Form form, Brand brand) {
            this.form = form;
            this.brand = brand;
        }

        @Nullable
        CampaignId campaign() {
            if (!form.has("campaign")) {
                return null;
            }
            var id = Ids.parse(CampaignId.PREFIX, form.value("campaign"));
            if (id.isEmpty()) {
                form = form.refused("campaign", "There is no such campaign. Choose one from the list.");
                return null;
            }
            return new CampaignId(id.getAsLong());
        }

        @Nullable
        AmbassadorId ambassador(Ambassadors ambassadors) {
            var text = form.value("ambassador");
            if (text.isEmpty()) {
                return null;
            }
            var id = Ids.parse(AmbassadorId.PREFIX, text);
            if (id.isPresent()) {
                return new AmbassadorId(id.getAsLong());
            }
            var found = ambassadors.named(brand.id(), Set.of(text)).values().stream()
                    .findFirst();
            if (found.isEmpty()) {
                form = form.refused(
                        "ambassador", "No ambassador has this e-mail address, handle or id, or several have it.");
            }
            return found.orElse(null);
        }

        @Nullable
        CodeId code(Codes codes) {
            if (!form.has("code")) {
                return null;
            }
            var found = codes.resolve(brand.id(), form.value("code"));
            if (found.isEmpty()) {
                form = form.refused("code", "There is no such code.");
                return null;
            }
            return found.get().id();
        }

        /** The first id of a day, or of the day after it: ids tell when they were made. */
        @Nullable
        Long day(String field, int daysLater) {
            if (!form.has(field)) {
                return null;
            }
            try {
                var day = LocalDate.parse(form.value(field).toUpperCase(Locale.ROOT));
                if (day.getYear() < 2000 || day.getYear() > 2150) {
                    throw new DateTimeException("No redemption is from then");
                }
                return Ids.first(
                        day.plusDays(daysLater).atStartOfDay(brand.zone()).toInstant());
            } catch (DateTimeException notADay) {
                form = form.refused(field, "Type the day as year-month-day, such as 2026-11-23.");
                return null;
            }
        }
    }
}
