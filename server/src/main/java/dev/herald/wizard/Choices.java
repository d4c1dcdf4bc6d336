package dev.herald.wizard;

import dev.herald.access.Brand;
import dev.herald.campaign.Objective;
import dev.herald.campaign.Strategy;
import dev.herald.planner.Recommendation;
import dev.herald.web.Option;
import dev.herald.web.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be chosen on the pages of a plan, in words. */
final class Choices {

    private static final List<String> CURRENCIES = List.of(
            "EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "CAD", "AUD", "NZD", "JPY", "INR", "BRL");

    static final List<Choice> OFFERS = List.of(
            new Choice("percent", "Percent off", "20% off, with a maximum if you like."),
            new Choice("amount", "Amount off", "€10.00 off the order."),
            new Choice("free_shipping", "Free shipping", "The shop takes off what shipping costs."));

    static final List<Choice> REWARDS = List.of(
            new Choice("none", "No reward", "The code itself is the thank-you."),
            new Choice("flat", "A fixed amount", "The same for each order that stands."),
            new Choice("percent", "A share", "Percent of what the buyer pays, after the discount."));

    private Choices() {}

    static List<Choice> objectives() {
        return Arrays.stream(Objective.values())
                .map(one -> new Choice(word(one), title(one), text(one)))
                .toList();
    }

    static String title(Objective objective) {
        return switch (objective) {
            case AWARENESS -> "Awareness";
            case NEW_CUSTOMERS -> "New customers";
            case LOYALTY -> "Loyalty";
            case FIND_TOP_AMBASSADORS -> "Find top ambassadors";
            case KNOW_AUDIENCE -> "Know the audience";
        };
    }

    private static String text(Objective objective) {
        return switch (objective) {
            case AWARENESS -> "As many people as possible use the code and talk about it.";
            case NEW_CUSTOMERS -> "People who never bought from you place their first order, at a profit.";
            case LOYALTY -> "Ambassadors and their followers stay close to you; everybody has a code of their own.";
            case FIND_TOP_AMBASSADORS -> "You learn who drives sales, to invite them again.";
            case KNOW_AUDIENCE -> "You learn which audience responds to which ambassador.";
        };
    }

    /** @param advice marks the advised one; absent if there is none */
    static List<Choice> strategies(@Nullable Recommendation advice) {
        return Stream.of(Strategy.PERSONAL, Strategy.BLANKET, Strategy.TIERED, Strategy.UNIQUE)
                .map(one -> new Choice(
                        word(one),
                        Words.strategy(one),
                        text(one),
                        advice != null && advice.strategy() == one ? "Advised" : ""))
                .toList();
    }

    private static String text(Strategy strategy) {
        return switch (strategy) {
            case BLANKET -> "Everybody shares one memorable code, such as HEARTBEAT20.";
            case UNIQUE -> "Each ambassador gets a random code, such as HBQK-Q5W6.";
            case PERSONAL -> "Each ambassador gets a memorable code, such as MIA20.";
            case TIERED -> "Personal codes for the top ambassadors, a shared one for the rest.";
        };
    }

    /** @param chosen how many ambassadors were chosen by name */
    static List<Choice> members(long people, int chosen) {
        var everybody = people == 1 ? "Your one ambassador gets a code" : "Each gets a code";
        var some = chosen == 1 ? "The one you chose gets a code" : "Those of your line-up get a code";
        return Stream.of(
                        new Choice("chosen", chosenPeople(chosen), some + " at the launch."),
                        new Choice(
                                "everybody",
                                "Everybody",
                                everybody + " at the launch.",
                                people == 0 ? "None yet" : "%,d".formatted(people)),
                        new Choice("nobody", "Nobody yet", "Choose them later on the campaign's page."))
                .filter(choice -> switch (choice.value()) {
                    case "chosen" -> chosen > 0;
                    case "everybody" -> people > 0;
                    default -> true;
                })
                .toList();
    }

    static String chosenPeople(int chosen) {
        return chosen == 1 ? "1 chosen ambassador" : "%,d chosen ambassadors".formatted(chosen);
    }

    static List<Option> currencies(Brand brand, String chosen) {
        return Stream.concat(Stream.of(brand.look().currency().getCurrencyCode(), chosen), CURRENCIES.stream())
                .filter(code -> code.matches("[A-Z]{3}"))
                .distinct()
                .map(code -> new Option(code, code))
                .toList();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
