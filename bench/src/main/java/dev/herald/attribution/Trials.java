package dev.herald.attribution;

import dev.herald.attribution.TrialCampaign.Setting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Plays campaigns of which is known who brought what, and tells how far each way of crediting is off. */
public final class Trials {

    /** A way to credit, in the order of the reference table. */
    public enum Way {
        FOLLOWERS("followers only"),
        LAST_POST("last post"),
        TIME("time only"),
        PRIOR("with prior"),
        CLICKS("+30 % clicks"),
        SURVEY("+30 % survey"),
        BOTH("both"),
        HALF_TAU("both, tau taken for half"),
        TWICE_TAU("both, tau taken for twice"),
        PRIOR_HALF_TAU("with prior, tau taken for half"),
        PRIOR_TWICE_TAU("with prior, tau taken for twice");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** A mean and its standard error. */
    public record Figure(double mean, double error) {}

    /**
     * A row of the table.
     *
     * @param covered share of ambassadors whose true number lies in the interval of 80 %
     * @param coveredCredit the same, each weighed by what he brought
     */
    public record Row(Figure wrong, Figure recall, Figure covered, Figure coveredCredit, Figure tau, Figure alone) {}

    /** How long one estimate took, of how many orders. */
    public record Timed(int orders, long nanos) {}

    private static final double SHARE = .3;

    private final Map<Way, List<double[]>> found = new EnumMap<>(Way.class);

    private Trials() {}

    /** The table for campaigns of so many ambassadors. */
    public static Map<Way, Row> of(int ambassadors, int campaigns, long seed) {
        return of(Setting.of(ambassadors), campaigns, seed, List.of(Way.values()));
    }

    static Map<Way, Row> of(Setting setting, int campaigns, long seed, List<Way> ways) {
        var trials = new Trials();
        for (var number = 0; number < campaigns; number++) {
            var trial = TrialCampaign.play(setting, seed + number);
            ways.forEach(way ->
                    trials.found.computeIfAbsent(way, _ -> new ArrayList<>()).add(measure(trial, way, trial.seed())));
        }
        var rows = new EnumMap<Way, Row>(Way.class);
        trials.found.forEach((way, all) -> rows.put(way, row(all)));
        return rows;
    }

    /** Estimates one campaign with clicks and answers, after a first time that is not counted. */
    public static Timed time(int ambassadors, int each, long seed) {
        var usual = Setting.of(ambassadors);
        var setting = new Setting(
                ambassadors, usual.reach(), usual.quality(), usual.days(), usual.posts(), each, usual.alone());
        var observed = TrialCampaign.play(setting, seed).seen(SHARE, SHARE, seed);
        AttributionRules.estimate(observed, seed);
        var begun = System.nanoTime();
        AttributionRules.estimate(observed, seed);
        return new Timed(observed.orders().size(), System.nanoTime() - begun);
    }

    private static double[] measure(TrialCampaign trial, Way way, long seed) {
        return switch (way) {
            case FOLLOWERS -> simply(trial, trial.byFollowers());
            case LAST_POST -> simply(trial, trial.byLastPost());
            case TIME -> estimated(trial, trial.withoutFollowers().seen(0, 0, seed), Fit::of, seed);
            case PRIOR -> estimated(trial, trial.seen(0, 0, seed), Fit::of, seed);
            case CLICKS -> estimated(trial, trial.seen(SHARE, 0, seed), Fit::of, seed);
            case SURVEY -> estimated(trial, trial.seen(0, SHARE, seed), Fit::of, seed);
            case BOTH -> estimated(trial, trial.seen(SHARE, SHARE, seed), Fit::of, seed);
            case HALF_TAU -> estimated(trial, trial.seen(SHARE, SHARE, seed), taking(Setting.TAU / 2), seed);
            case TWICE_TAU -> estimated(trial, trial.seen(SHARE, SHARE, seed), taking(Setting.TAU * 2), seed);
            case PRIOR_HALF_TAU -> estimated(trial, trial.seen(0, 0, seed), taking(Setting.TAU / 2), seed);
            case PRIOR_TWICE_TAU -> estimated(trial, trial.seen(0, 0, seed), taking(Setting.TAU * 2), seed);
        };
    }

    private static Function<Observed, Fit> taking(double tau) {
        return observed -> Fit.of(observed, tau);
    }

    private static double[] simply(TrialCampaign trial, double[] credit) {
        return new double[] {trial.wrong(credit), trial.recall(credit), 0, 0, 0, 0};
    }

    private static double[] estimated(
            TrialCampaign trial, Observed observed, Function<Observed, Fit> fitting, long seed) {
        var estimated = AttributionRules.estimate(observed, fitting.apply(observed), seed);
        var credits = estimated.credits();
        var credit = credits.stream().mapToDouble(Estimated.Credit::credited).toArray();
        var covered = 0;
        var coveredCredit = 0.0;
        var all = 0.0;
        for (var i = 0; i < credit.length; i++) {
            var truth = trial.truth()[i];
            var inside =
                    credits.get(i).low() <= truth && truth <= credits.get(i).high();
            covered += inside ? 1 : 0;
            coveredCredit += inside ? truth : 0;
            all += truth;
        }
        return new double[] {
            trial.wrong(credit),
            trial.recall(credit),
            (double) covered / credit.length,
            coveredCredit / all,
            estimated.tauHours(),
            estimated.background() / observed.orders().size()
        };
    }

    private static Row row(List<double[]> all) {
        return new Row(figure(all, 0), figure(all, 1), figure(all, 2), figure(all, 3), figure(all, 4), figure(all, 5));
    }

    private static Figure figure(List<double[]> all, int number) {
        var mean = all.stream().mapToDouble(one -> one[number]).average().orElse(0);
        var squares = all.stream()
                .mapToDouble(one -> (one[number] - mean) * (one[number] - mean))
                .sum();
        return new Figure(mean, Math.sqrt(squares / Math.max(1, all.size() - 1) / all.size()));
    }
}
