package dev.herald.console;

import dev.herald.web.BrandColours;
import dev.herald.web.Form;
import dev.herald.web.Moment;
import dev.herald.web.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a brand decides about itself.
 *
 * @param told what was done just now; "" if nothing
 * @param link a one-time link made just now, shown this once; "" if none
 */
public record SettingsPage(
        Shell shell,
        Form form,
        Choices choices,
        BrandColours colours,
        List<Member> people,
        Form newcomer,
        Payouts payouts,
        String told,
        String link) {

    public SettingsPage {
        people = List.copyOf(people);
    }

    /** What can be chosen from. */
    public record Choices(List<Option> languages, List<Option> currencies, List<Option> zones) {

        public Choices {
            languages = List.copyOf(languages);
            currencies = List.copyOf(currencies);
            zones = List.copyOf(zones);
        }
    }

    /**
     * From where on a second person approves payouts.
     *
     * @param alone whether there is nobody else who could agree to a higher limit
     * @param wish absent unless somebody asked for a higher one
     */
    public record Payouts(
            Form form, boolean alone, @Nullable Wish wish) {}

    /**
     * That somebody asked for a higher limit.
     *
     * @param limit "" for none
     * @param own whether it was whoever reads this, who cannot agree with himself
     */
    public record Wish(String id, String by, Moment at, String limit, boolean own) {}

    /** One of the staff; whoever reads this cannot remove himself. */
    public record Member(String id, String name, Moment since, boolean self) {}
}
