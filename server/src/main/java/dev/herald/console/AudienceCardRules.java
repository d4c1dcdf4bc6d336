package dev.herald.console;

import dev.herald.console.AudienceCard.Line;
import dev.herald.insight.Audience;
import dev.herald.insight.Dimension;
import dev.herald.insight.Finding;
import dev.herald.insight.SegmentWords;
import dev.herald.web.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says in plain words who responds, or why that cannot be told. */
record AudienceCardRules(Formats formats) {

    /** So many groups of those most frequent, and as many of those least frequent, against elsewhere. */
    private static final int MOST_OF_A_KIND = 4;

    private static final String IN_CAMPAIGNS = "in your other campaigns";
    private static final String IN_CODES = "with your other codes";

    /** What a shop may tell, with what it sends it as. */
    private static final List<Field> FIELDS = List.of(
            new Field(Dimension.REGION, "customer.attributes.region"),
            new Field(Dimension.AGE_BAND, "customer.attributes.age_band"),
            new Field(Dimension.TAG, "customer.attributes.tags"),
            new Field(Dimension.CATEGORY, "order.lines.category"));

    private record Field(Dimension dimension, String name) {}

    AudienceCard ofCampaign(Audience audience, String address) {
        return card(audience, IN_CAMPAIGNS, address);
    }

    AudienceCard ofAmbassador(Audience audience, String address) {
        return card(audience, IN_CODES, address);
    }

    private AudienceCard card(Audience audience, String elsewhere, String address) {
        var significant = audience.significant();
        var shown = shown(significant);
        var further = significant.size() - shown.size();
        return new AudienceCard(
                elsewhere,
                lines(shown),
                significant.isEmpty() ? nothing(audience, elsewhere) : "",
                further == 0
                        ? ""
                        : further == 1 ? "1 more group stands out" : formats.count(further) + " more groups stand out",
                missing(audience),
                reckoned(audience, elsewhere),
                audience.findings().isEmpty() ? "" : address + "/audience.csv");
    }

    /** The findings come with the largest lift first. */
    private static List<Finding> shown(List<Finding> significant) {
        var more = significant.stream().filter(one -> one.lift() >= 1).limit(MOST_OF_A_KIND);
        var fewer = significant.stream().filter(one -> one.lift() < 1).toList();
        return Stream.concat(more, fewer.stream().skip(Math.max(0, fewer.size() - MOST_OF_A_KIND)))
                .toList();
    }

    private List<Line> lines(List<Finding> findings) {
        var longest = findings.stream()
                .mapToDouble(one -> Math.max(one.share(), one.referenceShare()))
                .max()
                .orElse(1);
        return findings.stream()
                .map(one -> new Line(
                        SegmentWords.name(one.segment()),
                        SegmentWords.times(one.lift()),
                        one.lift() >= 1,
                        percent(one.share() / longest),
                        percent(one.referenceShare() / longest),
                        formats.percent(one.share()),
                        formats.percent(one.referenceShare()),
                        formats.count(one.redemptions()) + " redemptions"))
                .toList();
    }

    private static double percent(double share) {
        return Math.round(share * 1_000) / 10.0;
    }

    private String nothing(Audience audience, String elsewhere) {
        if (audience.redemptions() == 0) {
            return "No redemption stands here yet.";
        }
        if (audience.reference() == 0) {
            return "There are no redemptions " + elsewhere + " yet to compare these with.";
        }
        if (audience.tested() == 0) {
            return "Too early to tell: a group is compared once at least " + Audience.SMALLEST_CELL
                    + " redemptions of it can be expected both here and " + elsewhere + ".";
        }
        return "Nothing stands out: of " + groups(audience.tested())
                + " compared, none responds so differently that chance could not explain it.";
    }

    private String groups(int count) {
        return count == 1 ? "1 group" : formats.count(count) + " groups";
    }

    private static String missing(Audience audience) {
        var fields = FIELDS.stream()
                .filter(field -> !audience.known().contains(field.dimension()))
                .map(Field::name)
                .toList();
        return audience.redemptions() == 0 || fields.isEmpty()
                ? ""
                : "Your shop can tell more about who buys: send " + String.join(", ", fields)
                        + " with each order, as far as your customers agree to it.";
    }

    private List<String> reckoned(Audience audience, String elsewhere) {
        var told = new ArrayList<String>();
        told.add("For each group we compare two shares: of the redemptions here, and of those " + elsewhere
                + ". “1.5 times as likely” means that the share here is one and a half times the share there.");
        told.add(
                "So many groups are compared that some differ by mere chance. We show only those that stand out from it: "
                        + "on average at most one in ten of them is a false alarm.");
        told.add(groups(audience.tested()) + " compared. " + suppressed(audience.suppressed()));
        told.add("It counts redemptions, not people, and those undone completely are left out. "
                + "A difference says who responds, not why.");
        if (!audience.complete()) {
            told.add("Older redemptions are still being counted; the figures will change.");
        }
        return told;
    }

    private String suppressed(int count) {
        return count == 0
                ? "None was too small."
                : groups(count) + " with fewer than about " + Audience.SMALLEST_CELL + " redemptions here or there "
                        + (count == 1 ? "is" : "are") + " left out.";
    }
}
