package dev.herald.wizard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.campaign.Objective;
import dev.herald.money.Money;
import dev.herald.planner.Recommendation;
import dev.herald.web.Formats;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what a simulation was asked, and asks the same again. */
record SimulationWords(JsonNode asked, Formats formats) {

    String sentence() {
        var said = new ArrayList<String>();
        said.add(formats.count(asked.path("ambassadors").asLong()) + " ambassadors");
        if (asked.has("audience_size")) {
            said.add("an audience of "
                    + formats.count(asked.path("audience_size").asLong()));
        }
        if (asked.has("offer")) {
            said.add(plain(asked.at("/offer/value")) + "% off");
        }
        if (asked.has("reward")) {
            said.add("a reward of " + plain(asked.at("/reward/value")) + "%");
        }
        if (asked.has("budget")) {
            var currency = Money.currency(asked.at("/budget/currency").asText()).orElseThrow();
            said.add("a budget of " + formats.money(asked.at("/budget/amount").asLong(), currency));
        }
        var objective = Objective.valueOf(asked.path("objective").asText().toUpperCase(Locale.ROOT));
        return "For " + Choices.title(objective).toLowerCase(Locale.ROOT) + ": " + String.join(", ", said)
                + (asked.has("vary") ? "; varied by " + vary() : "") + ". Where nothing was said, what is usual.";
    }

    private String vary() {
        return asked.path("vary").propertyStream().map(Map.Entry::getKey).collect(Collectors.joining());
    }

    /** The fields of the form that asked for it. */
    String query() {
        var fields = new LinkedHashMap<String, String>();
        for (var field : new String[] {"objective", "ambassadors", "audience_size", "runs", "seed"}) {
            put(fields, field, asked.path(field));
        }
        put(fields, "offer.value", asked.at("/offer/value"));
        put(fields, "reward.value", asked.at("/reward/value"));
        if (asked.has("margin")) {
            fields.put(
                    "margin",
                    asked.path("margin")
                            .decimalValue()
                            .movePointRight(2)
                            .stripTrailingZeros()
                            .toPlainString());
        }
        units(fields, "average_order", asked.path("average_order"));
        units(fields, "limits.budget", asked.path("budget"));
        asked.path("vary").properties().forEach(vary -> {
            fields.put("vary", vary.getKey());
            fields.put(
                    "values",
                    vary.getValue().valueStream().map(SimulationWords::plain).collect(Collectors.joining(" ")));
        });
        Recommendation.settable().forEach((key, unit) -> {
            var value = asked.path("assumptions").path(key);
            if (value.isNumber()) {
                fields.put(
                        "assumptions." + key,
                        unit.write(value.decimalValue()).stripTrailingZeros().toPlainString());
            }
        });
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static void put(Map<String, String> fields, String field, JsonNode value) {
        if (value.isNumber()) {
            fields.put(field, plain(value));
        } else if (value.isTextual()) {
            fields.put(field, value.asText());
        }
    }

    private static void units(Map<String, String> fields, String field, JsonNode money) {
        Money.currency(money.path("currency").asText()).ifPresent(currency -> {
            fields.put("currency", currency.getCurrencyCode());
            fields.put(
                    field,
                    BigDecimal.valueOf(money.path("amount").asLong(), Math.max(0, currency.getDefaultFractionDigits()))
                            .toPlainString());
        });
    }

    private static String plain(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().toPlainString();
    }
}
