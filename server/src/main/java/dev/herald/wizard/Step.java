package dev.herald.wizard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps in which a campaign is planned, and the fields that each has. */
public enum Step {
    GOAL("Goal"),
    PEOPLE("Ambassadors and audience"),
    ADVICE("Advice"),
    OFFER("Offer"),
    CODES("Codes"),
    REWARD("Reward"),
    CAPTIONS("Captions"),
    REVIEW("Review and launch");

    private final String title;

    Step(String title) {
        this.title = title;
    }

    static Optional<Step> of(String word) {
        return all().stream().filter(step -> step.word().equals(word)).findFirst();
    }

    public static List<Step> all() {
        return List.of(values());
    }

    public String title() {
        return title;
    }

    /** Within a sentence. */
    public String within() {
        return title.toLowerCase(Locale.ROOT);
    }

    /** As addresses have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int number() {
        return all().indexOf(this) + 1;
    }

    /** Whether a field, or a part of one such as {@code limits.budget.amount}, is on this step's page. */
    boolean owns(String field) {
        return fields().anyMatch(own -> field.equals(own) || field.startsWith(own + "."));
    }

    private Stream<String> fields() {
        return switch (this) {
            case GOAL -> Stream.of("name", "objective");
            case PEOPLE ->
                Stream.of(
                        "members",
                        "ambassadors",
                        "audience_size",
                        "expected_orders",
                        "currency",
                        "average_order",
                        "margin");
            case ADVICE -> Stream.of("strategy", "tier", "reason", "assumptions");
            case OFFER -> Stream.of("offer", "starts_at", "ends_at", "limits");
            case CODES -> Stream.of("pick", "blanket_code", "pattern");
            case REWARD -> Stream.of("reward", "attribution");
            case CAPTIONS -> Stream.of("captions", "tag");
            case REVIEW -> Stream.empty();
        };
    }

    public Step next() {
        return all().get(Math.min(number(), all().size() - 1));
    }

    public Step previous() {
        return all().get(Math.max(number() - 2, 0));
    }
}
