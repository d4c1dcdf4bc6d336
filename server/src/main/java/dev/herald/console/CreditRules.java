package dev.herald.console;

import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.attribution.Estimate;
import dev.herald.attribution.EstimatedCredit;
import dev.herald.attribution.Grade;
import dev.herald.attribution.Post;
import dev.herald.console.Badge.Tone;
import dev.herald.web.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts an estimate of who brought what into words. */
record CreditRules(Formats formats, Map<AmbassadorId, Ambassador> people) {

    private static final int MOST_ALIKE = 3;

    List<String> rests(Estimate estimate) {
        var sentences = new ArrayList<String>();
        sentences.add("Estimate %d of %s: %s of the shared code, of which about %s cannot be told to be anybody\u2019s."
                .formatted(
                        estimate.version(),
                        formats.time(estimate.madeAt()).shown(),
                        things(estimate.redemptions(), "redemption", "redemptions"),
                        formats.estimated(estimate.background())));
        sentences.add("It rests on %s, %s by link and %s of buyers."
                .formatted(
                        things(estimate.posts(), "known post", "known posts"),
                        things(estimate.clicks(), "redemption", "redemptions"),
                        things(estimate.answers(), "answer", "answers")));
        if (estimate.posts() > 0) {
            sentences.add("Buyers follow a post after about %s hours in the mean."
                    .formatted(formats.estimated(estimate.tauHours())));
        } else {
            sentences.add("No post is known yet, so without a link or an answer only the number of followers decides.");
        }
        if (estimate.oneOf() > 1) {
            sentences.add("One redemption of %s was looked at.".formatted(formats.count(estimate.oneOf())));
        }
        return sentences;
    }

    CreditPage.Row row(EstimatedCredit credit) {
        return new CreditPage.Row(
                name(credit.ambassador()),
                "/console/ambassadors/" + credit.ambassador(),
                formats.estimated(credit.credited()),
                formats.estimated(credit.low()) + " to " + formats.estimated(credit.high()),
                grade(credit.grade()),
                alike(credit.alike()));
    }

    CreditPage.Posted posted(Post post, String address) {
        return new CreditPage.Posted(
                name(post.ambassador()),
                formats.time(post.postedAt()),
                switch (post.source()) {
                    case ENTERED -> "entered here";
                    case IMPORTED -> "imported";
                    case TOLD -> "told by the ambassador";
                },
                address + "/posts/" + post.id() + "/delete");
    }

    private static Badge grade(Grade grade) {
        return switch (grade) {
            case A -> new Badge("A \u00b7 well founded", Tone.GOOD);
            case B -> new Badge("B \u00b7 mostly founded", Tone.INFO);
            case C -> new Badge("C \u00b7 partly founded", Tone.WARN);
            case D -> new Badge("D \u00b7 mainly by followers", Tone.PLAIN);
        };
    }

    private String alike(List<AmbassadorId> others) {
        if (others.isEmpty()) {
            return "";
        }
        var names = others.stream().limit(MOST_ALIKE).map(this::name).toList();
        var more = others.size() - names.size();
        return "Cannot be told apart from " + String.join(", ", names)
                + (more > 0 ? " and " + formats.count(more) + " more" : "");
    }

    private String name(AmbassadorId id) {
        var person = people.get(id);
        return person == null ? id.toString() : person.name();
    }

    private String things(long count, String one, String many) {
        return formats.count(count) + " " + (count == 1 ? one : many);
    }
}
