package dev.herald.console;

import dev.herald.campaign.Campaign;
import dev.herald.redemption.CodeCheck;
import dev.herald.redemption.CodeCheck.Rule;
import dev.herald.redemption.Validation;
import dev.herald.web.Formats;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers support's question why a code does not work: each rule with what to do about it. */
record CheckRules(Formats formats) {

    private static final Pattern AMOUNT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ([A-Z]{3})\\b");

    List<CheckLine> lines(CodeCheck check) {
        return check.rules().stream().map(rule -> line(check, rule)).toList();
    }

    private CheckLine line(CodeCheck check, Rule rule) {
        var advice = rule.passed() ? "" : advice(check, rule);
        return new CheckLine(rule.passed(), title(rule.rule()), detail(check, rule), advice);
    }

    private static String title(String rule) {
        return switch (rule) {
            case "code_enabled" -> "Code switched on";
            case "code_not_expired" -> "Code not expired";
            case "campaign_running" -> "Campaign running";
            case "campaign_started" -> "Campaign started";
            case "campaign_not_over" -> "Campaign not over";
            case "limit_per_code" -> "Uses of this code";
            case "limit_per_campaign" -> "Uses of the campaign";
            case "budget" -> "Budget";
            case "minimum_order" -> "Minimum order";
            case "first_order_only" -> "First orders only";
            case "limit_per_customer" -> "Uses per customer";
            default -> rule.replace('_', ' ');
        };
    }

    /** Times are written as they are where the brand is at home; the rule itself tells them as machines do. */
    private String detail(CodeCheck check, Rule rule) {
        var campaign = check.campaign();
        return switch (rule.rule()) {
            case "code_not_expired" -> {
                var end = check.code().expiresAt();
                yield end == null
                        ? "The code has no end of its own."
                        : (rule.passed() ? "The code works until " : "The code expired on ") + shown(end) + ".";
            }
            case "campaign_started" ->
                (rule.passed() ? "It started on " : "It starts on ") + shown(campaign.startsAt()) + ".";
            case "campaign_not_over" ->
                campaign.endsAt().equals(Campaign.NO_END)
                        ? "It has no end."
                        : (rule.passed() ? "It ends on " : "It ended on ") + shown(campaign.endsAt()) + ".";
            default -> withMoney(rule.detail());
        };
    }

    /** Amounts such as 12.50 EUR as they are written where the brand is at home. */
    private String withMoney(String detail) {
        return AMOUNT.matcher(detail).replaceAll(found -> {
            var currency = Currency.getInstance(found.group(2));
            var minor = new BigDecimal(found.group(1)).movePointRight(currency.getDefaultFractionDigits());
            return Matcher.quoteReplacement(formats.money(minor.longValueExact(), currency));
        });
    }

    private static String advice(CodeCheck check, Rule rule) {
        return switch (rule.rule()) {
            case "code_enabled" -> "A disabled code never works again. Give the customer another code of the campaign.";
            case "code_not_expired" ->
                check.code().successor() == null
                        ? "Give the customer another code of the campaign."
                        : "Another code took its place: give the customer that one.";
            case "campaign_running" -> campaignAdvice(check.campaignState());
            case "campaign_started" -> "Ask the customer to try again from then on.";
            case "campaign_not_over" -> "Offer the customer a code of a campaign that is running.";
            case "limit_per_code" -> "Raise the limit per code, or give the customer another code.";
            case "limit_per_campaign" -> "Raise the campaign\u2019s limit if you want to give more.";
            case "budget" -> "Raise the campaign\u2019s budget if you want to give more.";
            default -> "";
        };
    }

    private static String campaignAdvice(Campaign.State state) {
        return switch (state) {
            case DRAFT -> "Launch the campaign; until then none of its codes work.";
            case PAUSED -> "Resume the campaign, and the code works again at once.";
            default -> "An ended campaign cannot be opened again. Offer a code of one that is running.";
        };
    }

    /** In one sentence, whether the code works, and the first reason if not. */
    String headline(CodeCheck check) {
        var code = check.code().display();
        if (check.works()) {
            return code + " works";
        }
        var first = check.rules().stream()
                .filter(rule -> !rule.passed())
                .findFirst()
                .orElseThrow();
        return code + " does not work: "
                + switch (first.rule()) {
                    case "code_enabled" -> "it is disabled";
                    case "code_not_expired" -> "it has expired";
                    case "campaign_running" ->
                        switch (check.campaignState()) {
                            case DRAFT -> "its campaign is not launched yet";
                            case PAUSED -> "its campaign is paused";
                            default -> "its campaign was ended";
                        };
                    case "campaign_started" -> "its campaign has not started yet";
                    case "campaign_not_over" -> "its campaign is over";
                    case "limit_per_code" -> "it is used up";
                    case "limit_per_campaign" -> "its campaign is used up";
                    case "budget" -> "the budget is spent";
                    default -> "a rule stands against it";
                };
    }

    /** What would become of an order with the code. */
    CheckLine order(Validation validation) {
        return switch (validation) {
            case Validation.Valid valid ->
                new CheckLine(
                        true,
                        "This order",
                        "The code would be accepted, with "
                                + formats.money(
                                        valid.discount(), valid.campaign().currency()) + " off.",
                        "");
            case Validation.Invalid(var decline) ->
                new CheckLine(false, "This order", Objects.requireNonNull(decline.detail()), "");
            case Validation.CodeUnknown _ -> new CheckLine(false, "This order", "There is no such code.", "");
            case Validation.CustomerNeeded() ->
                new CheckLine(
                        false,
                        "This order",
                        "The campaign counts customers, so a shop has to say who orders.",
                        "Type the customer\u2019s e-mail address, phone number or id as well.");
        };
    }

    private String shown(Instant at) {
        return formats.time(at).shown();
    }
}
