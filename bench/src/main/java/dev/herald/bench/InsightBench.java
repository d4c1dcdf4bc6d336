package dev.herald.bench;

/** What Herald's estimators make of real redemptions, with what chance alone would make. */
final class InsightBench {

    private static final long SEED = 2017;

    private final Households households;
    private final Report report;

    InsightBench(Households households, Report report) {
        this.households = households;
        this.report = report;
    }

    /** True if shrinking beats both other predictions, and shuffled households seldom stand out. */
    boolean run(int draws, int shuffles) {
        report.heading(
                "Each campaign's household redemption rate from a tenth of its households, %d draws".formatted(draws));
        var trial = RateTrial.of(households, draws, SEED);
        report.line("| prediction | error |");
        report.line("|---|---:|");
        report.line("| the share seen | %.3f |", trial.raw());
        report.line("| the mean of all campaigns | %.3f |", trial.mean());
        report.line("| shrunk towards the others | %.3f |", trial.shrunk());
        return audience(shuffles) && trial.shrunk() < trial.raw() && trial.shrunk() < trial.mean();
    }

    private boolean audience(int shuffles) {
        report.heading(
                "Who redeems, against the others whom the campaign was sent to; false discoveries at most a tenth");
        report.line(
                "| campaign | households known | redeemed | groups compared | stand out | shuffled: runs with any |");
        report.line("|---:|---:|---:|---:|---|---:|");
        var runs = 0;
        var alarms = 0;
        for (var campaign : households.targeted().keySet()) {
            var one = HouseholdAudience.of(households, campaign);
            var audience = one.audience();
            if (audience.tested() == 0) {
                continue;
            }
            var control = one.shuffled(shuffles, SEED);
            runs += control.runs();
            alarms += control.alarms();
            var found = audience.significant().stream()
                    .map(finding ->
                            "%s (%.2f, q %.3f)".formatted(finding.segment().name(), finding.lift(), finding.qValue()))
                    .toList();
            report.line(
                    "| %d | %,d | %,d | %d | %s | %.1f %% |",
                    campaign,
                    one.targeted().size(),
                    one.redeemed().size(),
                    audience.tested(),
                    found.isEmpty() ? "none" : String.join("; ", found),
                    100.0 * control.alarms() / control.runs());
        }
        // Three standard errors above the rate that is promised.
        return runs > 0 && alarms < runs * .1 + 3 * Math.sqrt(runs * .1 * .9);
    }
}
