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

    /** What is compared: where either share is, as it stands after it, and what is counted. */
    private record Sides(String here, String there, String counted) {}

    private static final Sides CAMPAIGNS = new Sides("here", "in your other campaigns", "redemptions");
    private static final Sides CODES = new Sides("here", "with your other codes", "redemptions");
    private static final Sides MEMBERS = new Sides("of these", "of the others", "ambassadors");

    private static final String FALSE_ALARMS =
            "So many groups are compared that some differ by mere chance. We show only those that stand out from it: "
                    + "on average at most one in ten of them is a false alarm.";

    /** What a shop may tell, with what it sends it as. */
    private static final List<Field> FIELDS = List.of(
            new Field(Dimension.REGION, "customer.attributes.region"),
            new Field(Dimension.AGE_BAND, "customer.attributes.age_band"),
            new Field(Dimension.TAG, "customer.attributes.tags"),
            new Field(Dimension.CATEGORY, "order.lines.category"));

    private record Field(Dimension dimension, String name) {}

    /** A campaign, against the brand's others. */
    AudienceCard ofCampaign(Audience audience, String address) {
        return whoResponds(audience, CAMPAIGNS, address);
    }

    /** An ambassador, against all that others brought. */
    AudienceCard ofAmbassador(Audience audience, String address) {
        return whoResponds(audience, CODES, address);
    }

    /** None where nobody owns a code, or nothing is known of those who do. */
    List<AudienceCard> ofMembers(Audience members) {
        if (members.tested() == 0) {
            return List.of();
        }
        return List.of(new AudienceCard(
                "members",
                "Which ambassadors do well",
                "those who brought more redemptions than the middle one, compared with the others",
                lines(members, MEMBERS),
                members.significant().isEmpty() ? nothingStandsOut(members) : "",
                further(members),
                "",
                List.of(
                        "The members of the campaign are sorted by their redemptions. For each channel and each tag we "
                                + "compare its share of those who brought more than the middle one with its share of the others.",
                        FALSE_ALARMS,
                        compared(members, "ambassadors"),
                        "It counts ambassadors, not redemptions, so that one of them alone makes no difference."),
                ""));
    }

    private AudienceCard whoResponds(Audience audience, Sides sides, String address) {
        return new AudienceCard(
                "audience",
                "Who responds",
                "compared with redemptions " + sides.there(),
                lines(audience, sides),
                audience.significant().isEmpty() ? nothing(audience, sides) : "",
                further(audience),
                missing(audience),
                reckoned(audience, sides),
                audience.findings().isEmpty() ? "" : address + "/audience.csv");
    }

    /** The findings come with the largest lift first. */
    private static List<Finding> shown(Audience audience) {
        var more = audience.significant().stream().filter(one -> one.lift() >= 1);
        var fewer =
                audience.significant().stream().filter(one -> one.lift() < 1).toList();
        return Stream.concat(
                        more.limit(MOST_OF_A_KIND), fewer.stream().skip(Math.max(0, fewer.size() - MOST_OF_A_KIND)))
                .toList();
    }

    private List<Line> lines(Audience audience, Sides sides) {
        var findings = shown(audience);
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
                        "%s %s, %s %s"
                                .formatted(
                                        formats.percent(one.share()),
                                        sides.here(),
                                        formats.percent(one.referenceShare()),
                                        sides.there()),
                        formats.count(one.redemptions()) + ' ' + sides.counted()))
                .toList();
    }

    private static double percent(double share) {
        return Math.round(share * 1_000) / 10.0;
    }

    private String further(Audience audience) {
        var further = audience.significant().size() - shown(audience).size();
        return switch (further) {
            case 0 -> "";
            case 1 -> "1 more group stands out";
            default -> formats.count(further) + " more groups stand out";
        };
    }

    private String nothing(Audience audience, Sides sides) {
        if (audience.redemptions() == 0) {
            return "No redemption stands here yet.";
        }
        if (audience.reference() == 0) {
            return "There are no redemptions " + sides.there() + " yet to compare these with.";
        }
        if (audience.tested() == 0) {
            return "Too early to tell: a group is compared once at least " + Audience.SMALLEST_CELL
                    + " redemptions of it can be expected both here and " + sides.there() + ".";
        }
        return nothingStandsOut(audience);
    }

    private String nothingStandsOut(Audience audience) {
        return "Nothing stands out: of " + groups(audience.tested())
                + " compared, none differs so much that chance could not explain it.";
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

    private List<String> reckoned(Audience audience, Sides sides) {
        var told = new ArrayList<String>();
        told.add(
                "For each group we compare two shares: of the redemptions here, and of those " + sides.there()
                        + ". \u201c1.5 times as likely\u201d means that the share here is one and a half times the share there.");
        told.add(FALSE_ALARMS);
        told.add(compared(audience, "redemptions"));
        told.add("It counts redemptions, not people, and those undone completely are left out. "
                + "A difference says who responds, not why.");
        if (!audience.complete()) {
            told.add("Older redemptions are still being counted; the figures will change.");
        }
        return told;
    }

    private String compared(Audience audience, String counted) {
        var small = audience.suppressed();
        return groups(audience.tested()) + " compared. "
                + (small == 0
                        ? "None was too small."
                        : groups(small) + " with fewer than about " + Audience.SMALLEST_CELL + ' ' + counted
                                + " on either side " + (small == 1 ? "is" : "are") + " left out.");
    }
}
