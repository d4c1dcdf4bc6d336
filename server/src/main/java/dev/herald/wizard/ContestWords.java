package dev.herald.wizard;

import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.Campaign;
import dev.herald.platform.Problem;
import dev.herald.reward.Podium.View;
import dev.herald.web.Formats;
import dev.herald.wizard.ContestView.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says who stands where in a contest, and when the prizes can be given. */
record ContestWords(Formats formats, Campaign campaign, Map<AmbassadorId, Ambassador> people) {

    /** So many prizes there can be; many more win only where many tie. */
    static final int SHOWN = 20;

    /** Those whose names are needed. */
    static List<AmbassadorId> named(View podium) {
        return Stream.concat(
                        podium.leaders().stream().limit(SHOWN).map(one -> one.ambassador()),
                        podium.given().stream().limit(SHOWN).map(one -> one.ambassador()))
                .toList();
    }

    ContestView of(View podium, boolean hasEnded) {
        if (!podium.given().isEmpty()) {
            return new ContestView(
                    List.of("The prizes have been given, and each was due at once."),
                    false,
                    podium.given().stream()
                            .limit(SHOWN)
                            .map(one -> row("", one.ambassador(), "", one.prize()))
                            .toList(),
                    more(podium.given().size()),
                    false);
        }
        // Whether an estimate is certain enough is told once the prizes are to be given by it.
        var isReady = hasEnded
                && podium.heldUntil() == null
                && (podium.estimated() || !podium.leaders().isEmpty());
        return new ContestView(
                Stream.of(when(podium, hasEnded), who(podium, hasEnded))
                        .filter(sentence -> !sentence.isEmpty())
                        .toList(),
                true,
                podium.leaders().stream()
                        .limit(SHOWN)
                        .map(one -> row(
                                formats.count(one.place()),
                                one.ambassador(),
                                formats.count(one.redemptions()),
                                one.prize()))
                        .toList(),
                more(podium.leaders().size()),
                isReady);
    }

    /** Why the prizes were not given. */
    static String refused(Problem problem) {
        return switch (problem.code()) {
            case "contest_open" -> "It is too early: below you see until when orders may be sent back.";
            case "contest_settled" -> "The prizes of this campaign have been given already.";
            case "contest_missing" -> "The plan that counts now has no contest any more.";
            default -> problem.detail();
        };
    }

    private String when(View podium, boolean hasEnded) {
        if (!hasEnded) {
            return "The prizes can be given when the campaign has ended and no order can be sent back any more.";
        }
        var until = podium.heldUntil();
        return until == null
                ? "The campaign has ended, and none of its orders is held for returns any more."
                : "The campaign has ended, but orders may be sent back until "
                        + formats.time(until).shown() + ". The prizes can be given after that.";
    }

    private static String who(View podium, boolean hasEnded) {
        if (podium.estimated()) {
            return podium.leaders().isEmpty()
                    ? "Everybody shares one code, so an estimate tells who brought the most. None tells it for any place with"
                            + " more than four fifths of certainty yet."
                    : "Everybody shares one code. These have a place by the latest estimate with more than four fifths of"
                            + " certainty:";
        }
        if (podium.leaders().isEmpty()) {
            return hasEnded ? "Nobody has a redemption that stands, so nobody wins." : "Nobody has a redemption yet.";
        }
        return hasEnded ? "" : "If it ended now, these would win:";
    }

    private Row row(String place, AmbassadorId id, String redemptions, long prize) {
        var person = people.get(id);
        return new Row(
                place,
                person == null ? id.toString() : person.name(),
                "/console/ambassadors/" + id,
                redemptions,
                formats.money(prize, campaign.currency()));
    }

    private String more(int all) {
        return all > SHOWN ? formats.count(all - SHOWN) : "";
    }
}
