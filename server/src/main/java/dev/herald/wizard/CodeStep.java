package dev.herald.wizard;

import dev.herald.access.Brand;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Strategy;
import dev.herald.code.CodeIssuer;
import dev.herald.code.CodePatterns;
import dev.herald.code.Objection;
import dev.herald.code.PatternPreview;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import dev.herald.wizard.CodeView.Meter;
import dev.herald.wizard.CodeView.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries out the codes of a planned campaign: nothing is made, everything is checked against the codes that are there. */
final class CodeStep {

    private static final int SUGGESTIONS = 3;
    private static final int NAMES = 10;
    private static final String OWN = "own";

    /** Random symbols at which the meter is full. */
    private static final int FULL = 12;

    private static final List<String> INVENTED = List.of(
            "Maya Okafor",
            "Leo Brandt",
            "Sofia Reyes",
            "Jun Park",
            "Ines Moreau",
            "Tom Hale",
            "Anna Nowak",
            "Noah Kim",
            "Zoë Meyer",
            "Luca Rossi");

    private final Ambassadors ambassadors;
    private final CodeIssuer issuer;
    private final CodePatterns patterns;

    CodeStep(Ambassadors ambassadors, CodeIssuer issuer, CodePatterns patterns) {
        this.ambassadors = ambassadors;
        this.issuer = issuer;
        this.patterns = patterns;
    }

    /** The code that everybody is to share, as wished; "" leaves it to Herald. */
    static String wish(Reading reading) {
        var pick = reading.value("pick");
        return pick.equals(OWN) ? reading.value("blanket_code") : pick;
    }

    /** What unique codes are to look like, as wished; absent leaves it to Herald. */
    static @Nullable String pattern(Reading reading) {
        var typed = reading.value("pattern");
        return typed.isEmpty() ? null : typed;
    }

    /** Tells the reading what is wrong with a wish; names are never wrong. */
    void check(Brand brand, Reading reading) {
        if (reading.strategy() != Strategy.PERSONAL) {
            look(brand, reading, 1);
        }
    }

    CodeView look(Brand brand, Reading reading) {
        return look(brand, reading, NAMES);
    }

    /**
     * Shows the codes, and tells the reading what is wrong with a wish.
     *
     * @param names of how many ambassadors
     */
    CodeView look(Brand brand, Reading reading, int names) {
        return reading.preview()
                .map(campaign -> switch (campaign.strategy()) {
                    case BLANKET -> shared(campaign, reading);
                    case UNIQUE -> random(brand, reading);
                    case PERSONAL -> own(brand, campaign, names);
                    case TIERED -> new CodeView.Tiered(shared(campaign, reading), own(brand, campaign, names));
                })
                .orElseGet(CodeView.Unknown::new);
    }

    private CodeView.Shared shared(Campaign campaign, Reading reading) {
        var free = issuer.suggest(campaign, null, SUGGESTIONS);
        var choices = new ArrayList<Choice>();
        var pick = reading.value("pick");
        Stream.concat(Stream.of(pick).filter(one -> !one.isEmpty() && !one.equals(OWN)), free.stream())
                .distinct()
                .limit(SUGGESTIONS)
                .forEach(text -> choices.add(new Choice(text, text, spelt(text))));
        choices.add(new Choice(OWN, "Another one", "Your own wish, checked against all codes that are there."));
        return new CodeView.Shared(choices, objection(campaign, reading));
    }

    private String objection(Campaign campaign, Reading reading) {
        var wish = wish(reading);
        var field = reading.value("pick").equals(OWN) ? "blanket_code" : "pick";
        if (wish.isEmpty()) {
            if (field.equals("blanket_code")) {
                reading.refuse(field, "Write the code you wish for, or take one of the others.");
            }
            return "";
        }
        try {
            var refused = issuer.objection(campaign, wish);
            if (refused.isEmpty()) {
                return "";
            }
            var objection = refused.get().objection();
            var others = " Free are " + String.join(", ", refused.get().alternatives()) + ".";
            if (objection == Objection.TAKEN) {
                reading.refuse(field, objection.detail() + others);
                return "";
            }
            return objection.detail() + " You can still have it; then only the exact text counts." + others;
        } catch (RequestRefused refused) {
            reading.refuse(field, refused.problem().detail());
            return "";
        }
    }

    private CodeView random(Brand brand, Reading reading) {
        var count = count(reading);
        var usual = patterns.usual(brand.id(), count);
        var wish = pattern(reading);
        try {
            return new CodeView.Random(
                    usual, meter(patterns.preview(brand.id(), wish == null ? usual : wish, count), count));
        } catch (RequestRefused refused) {
            reading.refuse("pattern", refused.problem().detail());
            return new CodeView.Random(usual, null);
        }
    }

    private static long count(Reading reading) {
        var typed = reading.value("ambassadors").replaceAll("[^0-9]", "");
        return typed.isEmpty() || typed.length() > 6 ? 1 : Math.max(1, Long.parseLong(typed));
    }

    private static Meter meter(PatternPreview preview, long count) {
        return new Meter(
                preview.isHard(),
                Math.min(100, preview.free() * 100 / FULL),
                preview.isHard() ? "Hard to guess" : "Guessable",
                preview.isHard()
                        ? String.format(
                                Locale.ROOT,
                                "With %,d codes somebody who tries 14.4 million texts a day finds one in about %s.",
                                count,
                                span(preview.hitsAYear()))
                        : preview.verdict(),
                preview.samples(),
                preview.longer() == null ? "" : preview.longer());
    }

    private static String span(double hitsAYear) {
        var days = 365 / hitsAYear;
        if (days < 730) {
            return String.format(Locale.ROOT, "%,.0f days", days);
        }
        return days / 365 > 1_000_000
                ? "more than a million years"
                : String.format(Locale.ROOT, "%,.0f years", days / 365);
    }

    private CodeView.Own own(Brand brand, Campaign campaign, int names) {
        var people = ambassadors.list(brand.id(), new Page(names, Long.MAX_VALUE)).stream()
                .limit(names)
                .toList();
        var shown = people.isEmpty()
                ? INVENTED.stream().limit(names).map(CodeStep::invented).toList()
                : people;
        return new CodeView.Own(
                shown.stream()
                        .map(one -> new Named(
                                one.name(), issuer.suggest(campaign, one, 1).getFirst()))
                        .toList(),
                people.isEmpty());
    }

    private static Ambassador invented(String name) {
        return new Ambassador(
                new AmbassadorId(0), name, null, null, Ambassador.USUAL_AUDIENCE, List.of(), Instant.EPOCH);
    }

    private static String spelt(String code) {
        return code.length() + " letters to type";
    }
}
