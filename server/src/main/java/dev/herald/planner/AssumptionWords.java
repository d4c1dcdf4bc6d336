package dev.herald.planner;

import java.util.Currency;
import java.util.Locale;

/** Calls an assumption by a name that people who don't know the model understand, and writes its values. */
record AssumptionWords(Assumption assumption, Currency currency) {

    /** Within a sentence. */
    String name() {
        return switch (assumption) {
            case AUDIENCE -> "the people who can be reached in total";
            case REACH -> "the people who see one ambassador's post";
            case POSTING_SHARE -> "the share of ambassadors who post a shared code";
            case SPECIAL_LIFT -> "the extra posts for a code of one's own";
            case INCENTIVE_LIFT -> "the extra posts for a reward";
            case INTENT -> "the share of the people reached who would buy";
            case LINK_SHARE -> "the share of buyers who come by a link";
            case RECALL_BLANKET -> "the share of people who remember a shared code";
            case RECALL_PERSONAL -> "the share of people who remember a code such as MIA20";
            case RECALL_ADDITION -> "the share of people who remember a code such as MIAK20";
            case RECALL_OPAQUE -> "the share of people who remember a random code";
            case LENGTH_BLANKET -> "the number of characters of the shared code";
            case LENGTH_OPAQUE -> "the number of characters of random codes";
            case LENGTH_PERSONAL -> "the number of characters of personal codes";
            case LENGTH_TIERED -> "the number of characters of tiered codes";
            case TYPING_ERROR -> "the share of letters that are mistyped";
            case CORRECTION -> "the share of slips that Herald mends";
            case WORD_OF_MOUTH_BLANKET -> "the share of buyers who bring a friend with a shared code";
            case WORD_OF_MOUTH_OWN -> "the share of buyers who bring a friend with somebody's own code";
            case ADMIN_BLANKET -> "the cost of the work for each ambassador with a shared code";
            case ADMIN_OWN -> "the cost of the work for each ambassador with a code of his own";
            case LEAK_BLANKET -> "the share of a shared code's uses by people whom nobody sent";
            case LEAK_OWN -> "the share of own codes' uses by people whom nobody sent";
            case QUALITY_SPREAD -> "the differences in how well ambassadors sell";
            case ORDER -> "the average order";
            case MARGIN -> "the margin";
            case DISCOUNT -> "the discount";
            case COMMISSION -> "the reward";
            case SHIPPING -> "what shipping costs";
            case NEW_SHARE -> "the share of new customers";
        };
    }

    String value(double value) {
        return switch (unit()) {
            case NUMBER ->
                assumption == Assumption.QUALITY_SPREAD
                        ? String.format(Locale.ROOT, "%.1f", value)
                        : Words.count(value);
            case MONEY -> Words.money(value, currency);
            case PERCENT ->
                value < .02
                        ? String.format(Locale.ROOT, "%.1f%%", value * 100)
                        : Words.percent(value).replace(" ", "");
        };
    }

    /** What it is counted in where people write it. */
    Assumed.Unit unit() {
        return switch (assumption) {
            case AUDIENCE, REACH, LENGTH_BLANKET, LENGTH_OPAQUE, LENGTH_PERSONAL, LENGTH_TIERED, QUALITY_SPREAD ->
                Assumed.Unit.NUMBER;
            case ADMIN_BLANKET, ADMIN_OWN, ORDER, SHIPPING -> Assumed.Unit.MONEY;
            default -> Assumed.Unit.PERCENT;
        };
    }
}
