package dev.herald.bench;

/** How a load falls on campaigns and codes. */
enum Scenario {
    HOT_CODE("one code", 1, 1),
    ONE_CAMPAIGN("one campaign, 100,000 codes", 1, 100_000),
    SPREAD("1,000 campaigns, 100,000 codes", 1_000, 100);

    final String description;
    final int campaigns;
    final int codesEach;

    Scenario(String description, int campaigns, int codesEach) {
        this.description = description;
        this.campaigns = campaigns;
        this.codesEach = codesEach;
    }
}
