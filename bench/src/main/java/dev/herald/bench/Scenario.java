package dev.herald.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a load falls on brands, campaigns and codes. */
enum Scenario {
    HOT("one code", 1, 1, 1),
    CAMPAIGN("one campaign, 100,000 codes", 1, 1, 100_000),
    SPREAD("1,000 campaigns, 100,000 codes", 1, 1_000, 100),
    BRANDS("1,000 brands of one campaign, 10,000 codes", 1_000, 1, 10),
    MILLION("1,000 campaigns, a million codes", 1, 1_000, 1_000);

    final String description;
    final int brands;
    final int campaignsEach;
    final int codesEach;

    Scenario(String description, int brands, int campaignsEach, int codesEach) {
        this.description = description;
        this.brands = brands;
        this.campaignsEach = campaignsEach;
        this.codesEach = codesEach;
    }

    /** What it is called on the command line. */
    String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Scenario> called(String option) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.option().equals(option))
                .findFirst();
    }
}
