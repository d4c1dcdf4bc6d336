package dev.herald.console;

import dev.herald.web.BrandColours;
import dev.herald.web.Form;
import dev.herald.web.Moment;
import dev.herald.web.Option;
import java.util.List;

/**
 * What a brand decides about itself.
 *
 * @param payouts from where on a second person approves
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
        Form payouts,
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

    /** One of the staff; whoever reads this cannot remove himself. */
    public record Member(String id, String name, Moment since, boolean self) {}
}
