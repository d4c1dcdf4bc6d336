package dev.herald.wizard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.herald.access.Brand;
import dev.herald.campaign.Strategy;
import dev.herald.money.Money;
import dev.herald.planner.Recommendation;
import dev.herald.platform.Json;
import dev.herald.web.Form;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody typed, turned into the JSON that the API takes: numbers as people there write them, times in the brand's
 * zone. What cannot be read is told at its field and left out.
 */
final class Typed {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final List<String> LIMITS =
            List.of("per_customer", "per_code", "per_campaign", "first_order_only", "minimum_order", "budget");

    private final Brand brand;
    private final Currency currency;
    private Form form;

    Typed(Map<String, String> typed, Brand brand) {
        this.brand = brand;
        this.form = new Form(typed, Map.of());
        this.currency =
                Money.currency(form.value("currency")).orElse(brand.look().currency());
    }

    /** With the faults that were found so far. */
    Form form() {
        return form;
    }

    Currency currency() {
        return currency;
    }

    /** The plan as the planner takes it. */
    ObjectNode plan(boolean withOffer, boolean withReward) {
        var json = object();
        text(json, "objective");
        whole("ambassadors").ifPresent(count -> json.put("ambassadors", count));
        whole("audience_size").ifPresent(count -> json.put("audience_size", count));
        whole("expected_orders").ifPresent(count -> json.put("expected_orders", count));
        minor("average_order").ifPresent(amount -> json.set("average_order", money(amount)));
        number("margin").ifPresent(percent -> {
            if (percent.compareTo(HUNDRED) > 0) {
                refuse("margin", "Write a margin of up to 100 percent.");
            } else {
                json.put("margin", percent.movePointLeft(2));
            }
        });
        var assumptions = assumptions();
        if (!assumptions.isEmpty()) {
            json.set("assumptions", assumptions);
        }
        if (withOffer) {
            json.set("offer", offer());
            minor("limits.budget").ifPresent(amount -> json.set("budget", money(amount)));
        }
        if (withReward) {
            json.set("reward", reward());
        }
        return json;
    }

    private ObjectNode assumptions() {
        var json = object();
        Recommendation.settable()
                .forEach((key, unit) ->
                        number("assumptions." + key).ifPresent(written -> json.put(key, unit.read(written))));
        return json;
    }

    /** The campaign as the API takes it. */
    ObjectNode campaign(Strategy strategy, BigDecimal tier) {
        var json = object();
        text(json, "name");
        text(json, "objective");
        json.put("strategy", strategy.name().toLowerCase(Locale.ROOT));
        if (strategy == Strategy.TIERED) {
            json.put("tier", tier.movePointLeft(2));
        }
        json.put("currency", currency.getCurrencyCode());
        json.set("offer", offer());
        if (form.value("starts_at").isEmpty()) {
            refuse("starts_at", "Choose when the codes begin to work.");
        }
        time("starts_at").ifPresent(at -> json.put("starts_at", instant(at)));
        time("ends_at").ifPresent(at -> json.put("ends_at", instant(at)));
        checkOrder();
        json.set("limits", limits());
        RewardFields.json(this).ifPresent(reward -> json.set("reward", reward));
        json.set("attribution", CreditFields.json(this));
        return json;
    }

    /** A change of a campaign as the API takes it: what was emptied goes. */
    ObjectNode change(boolean isDraft) {
        var json = object();
        text(json, "name");
        require("name", "Give the campaign a name.");
        if (isDraft) {
            json.set("offer", offer());
            time("starts_at").ifPresent(at -> json.put("starts_at", instant(at)));
            require("starts_at", "Choose when the codes begin to work.");
            checkOrder();
        }
        time("ends_at").ifPresentOrElse(at -> json.put("ends_at", instant(at)), () -> json.putNull("ends_at"));
        var limits = limits();
        for (var limit : LIMITS) {
            if (!limits.has(limit)) {
                limits.putNull(limit);
            }
        }
        json.set("limits", limits);
        json.set("attribution", CreditFields.json(this));
        return json;
    }

    ObjectNode offer() {
        var offer = object();
        text(offer, "type", "offer.type");
        switch (form.value("offer.type")) {
            case "percent" -> {
                number("offer.value").ifPresent(percent -> offer.put("value", percent));
                minor("offer.max").ifPresent(most -> offer.set("max", money(most)));
                require("offer.value", "Write how many percent buyers get off, such as 20.");
            }
            case "amount" -> {
                minor("offer.value").ifPresent(amount -> offer.put("value", amount));
                require("offer.value", "Write how much buyers get off, such as 10.00.");
            }
            default -> {}
        }
        return offer;
    }

    ObjectNode limits() {
        var limits = object();
        for (var count : List.of("per_customer", "per_code", "per_campaign")) {
            whole("limits." + count).ifPresent(most -> limits.put(count, most));
        }
        if (form.has("limits.first_order_only")) {
            limits.put("first_order_only", true);
        }
        for (var amount : List.of("minimum_order", "budget")) {
            minor("limits." + amount).ifPresent(most -> limits.set(amount, money(most)));
        }
        return limits;
    }

    ObjectNode reward() {
        var reward = object();
        text(reward, "type", "reward.type");
        switch (form.value("reward.type")) {
            case "flat" -> {
                minor("reward.value").ifPresent(amount -> reward.put("value", amount));
                reward.put("currency", currency.getCurrencyCode());
                require("reward.value", "Write what an ambassador gets for each order, such as 5.00.");
            }
            case "percent" -> {
                number("reward.value").ifPresent(percent -> reward.put("value", percent));
                require("reward.value", "Write how many percent of an order an ambassador gets, such as 10.");
            }
            default -> {}
        }
        return reward;
    }

    /** The captions as the API takes them; those emptied are left out. */
    ObjectNode captions() {
        var json = object();
        ArrayNode captions = json.putArray("captions");
        for (var number : CaptionFields.numbers(form)) {
            captions.addObject()
                    .put("platform", form.value(CaptionFields.platform(number)))
                    .put("text", form.value(CaptionFields.text(number)));
        }
        if (form.value("tag").isEmpty()) {
            json.putNull("tag");
        } else {
            json.put("tag", form.value("tag"));
        }
        return json;
    }

    Optional<BigDecimal> number(String field) {
        if (!form.has(field)) {
            return Optional.empty();
        }
        var read = Numbers.read(form.value(field), brand.look().locale());
        if (read.isEmpty()) {
            refuse(field, "Write a number such as 20 or 12.5.");
        }
        return read;
    }

    OptionalLong minor(String field) {
        var digits = Math.max(0, currency.getDefaultFractionDigits());
        var units = number(field);
        if (units.isEmpty()) {
            return OptionalLong.empty();
        }
        var minor = units.get().movePointRight(digits).stripTrailingZeros();
        if (minor.scale() > 0) {
            refuse(field, currency.getCurrencyCode() + " has " + digits + " digits after the point.");
            return OptionalLong.empty();
        }
        if (minor.signum() <= 0 || minor.compareTo(BigDecimal.valueOf(Money.MOST)) > 0) {
            refuse(field, "Write an amount above 0.");
            return OptionalLong.empty();
        }
        return OptionalLong.of(minor.longValueExact());
    }

    OptionalLong whole(String field) {
        var number = number(field);
        if (number.isEmpty()) {
            return OptionalLong.empty();
        }
        var whole = number.get().stripTrailingZeros();
        if (whole.scale() > 0 || whole.signum() <= 0 || whole.precision() > 15) {
            refuse(field, "Write a whole number of at least 1.");
            return OptionalLong.empty();
        }
        return OptionalLong.of(whole.longValueExact());
    }

    private Optional<LocalDateTime> time(String field) {
        if (!form.has(field)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(form.value(field)));
        } catch (DateTimeParseException unreadable) {
            refuse(field, "Write a day and a time such as 2027-03-01T09:00.");
            return Optional.empty();
        }
    }

    private String instant(LocalDateTime at) {
        return at.atZone(brand.zone()).toInstant().toString();
    }

    private void checkOrder() {
        var starts = time("starts_at");
        var ends = time("ends_at");
        if (starts.isPresent() && ends.isPresent() && !starts.get().isBefore(ends.get())) {
            refuse("ends_at", "Choose an end after the start, or none.");
        }
    }

    private void require(String field, String why) {
        if (!form.has(field)) {
            refuse(field, why);
        }
    }

    void refuse(String field, String why) {
        form = form.refused(field, why);
    }

    private ObjectNode money(long amount) {
        return object().put("amount", amount).put("currency", currency.getCurrencyCode());
    }

    private void text(ObjectNode json, String field) {
        text(json, field, field);
    }

    private void text(ObjectNode json, String member, String field) {
        if (form.has(field)) {
            json.put(member, form.value(field));
        }
    }

    private static ObjectNode object() {
        return Json.MAPPER.createObjectNode();
    }
}
