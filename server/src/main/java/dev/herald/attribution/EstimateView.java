package dev.herald.attribution;

import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.platform.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An estimate as the API shows it. */
record EstimateView(
        int version,
        Instant madeAt,
        long redemptions,
        int oneOf,
        BigDecimal tauHours,
        BigDecimal background,
        Basis evidence,
        @Nullable List<Line> data,
        @Nullable Boolean hasMore,
        @Nullable String next) {

    /** How much evidence of each kind there was. */
    record Basis(int posts, int clicks, int answers) {}

    /** One ambassador's part. */
    record Line(
            PostRoutes.Named ambassador,
            BigDecimal credited,
            List<BigDecimal> interval,
            BigDecimal byLink,
            List<BigDecimal> top,
            Grade grade,
            List<AmbassadorId> indistinguishableFrom) {

        static Line of(EstimatedCredit one, Function<AmbassadorId, Ambassador> names) {
            return new Line(
                    PostRoutes.Named.of(names.apply(one.ambassador())),
                    rounded(one.credited()),
                    List.of(rounded(one.low()), rounded(one.high())),
                    rounded(one.byLink()),
                    one.top().stream().map(EstimateView::rounded).toList(),
                    one.grade(),
                    one.alike());
        }
    }

    static EstimateView of(Estimate estimate) {
        return of(estimate, null, null, null);
    }

    static EstimateView of(Estimate estimate, Page.Listing<Line> lines) {
        return of(estimate, lines.data(), lines.hasMore(), lines.next());
    }

    private static EstimateView of(
            Estimate estimate, @Nullable List<Line> lines, @Nullable Boolean more, @Nullable String next) {
        return new EstimateView(
                estimate.version(),
                estimate.madeAt(),
                estimate.redemptions(),
                estimate.oneOf(),
                rounded(estimate.tauHours()),
                rounded(estimate.background()),
                new Basis(estimate.posts(), estimate.clicks(), estimate.answers()),
                lines,
                more,
                next);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
