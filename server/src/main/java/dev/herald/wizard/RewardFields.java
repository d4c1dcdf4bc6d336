package dev.herald.wizard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.herald.platform.Json;
import dev.herald.reward.RewardPlan;
import dev.herald.web.Form;
import dev.herald.web.Option;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The fields in which a reward plan is written: reward.value, reward.tiers.0.from and so on. */
public final class RewardFields {

    public static final List<Option> TIER_MODES = List.of(
            new Option("marginal", "For redemptions from there on"),
            new Option("whole", "For all redemptions, also those before"));

    private static final String PREFIX = "reward.";
    private static final String TYPE = "reward.type";
    private static final String HOLD_DAYS = "reward.hold_days";
    private static final int MOST_ROWS = 20;
    private static final int EMPTY_ROWS = 2;

    /** A table of the form, and what its rows consist of. */
    private record Rows(String prefix, List<String> parts) {

        static final Rows TIERS = new Rows("reward.tiers.", List.of(".from", ".value"));
        static final Rows MILESTONES = new Rows("reward.milestones.", List.of(".at", ".bonus"));
        static final Rows PRIZES = new Rows("reward.contest.prizes.", List.of(""));

        String field(int row, String part) {
            return prefix + row + part;
        }

        List<Integer> used(Form form) {
            return IntStream.range(0, MOST_ROWS)
                    .filter(row -> parts.stream().anyMatch(part -> form.has(field(row, part))))
                    .boxed()
                    .toList();
        }
    }

    private RewardFields() {}

    /** The rows of the tiers to show: those with something in them, and some to write into. */
    public static List<Integer> tiers(Form form) {
        return shown(Rows.TIERS, form);
    }

    public static List<Integer> milestones(Form form) {
        return shown(Rows.MILESTONES, form);
    }

    public static List<Integer> prizes(Form form) {
        return shown(Rows.PRIZES, form);
    }

    static boolean isOne(String field) {
        return field.startsWith(PREFIX);
    }

    /** Whether a part that is rarely needed has something in it, so that a page shows it at once. */
    public static boolean isOpen(Form form, String... parts) {
        return List.of(parts).stream()
                .anyMatch(part -> form.typed().entrySet().stream()
                                .anyMatch(field -> field.getKey().startsWith(PREFIX + part)
                                        && !field.getValue().isEmpty()
                                        && !field.getKey().endsWith("tier_mode"))
                        || !form.fault(PREFIX + part).isEmpty());
    }

    private static List<Integer> shown(Rows rows, Form form) {
        var used = rows.used(form);
        var most = Math.min(MOST_ROWS, (used.isEmpty() ? 0 : used.getLast() + 1) + EMPTY_ROWS);
        return IntStream.range(0, most).boxed().toList();
    }

    /** Rows without anything in between are closed up, so that the API counts them as the form does. */
    static void closeUp(Map<String, String> typed) {
        for (var rows : List.of(Rows.TIERS, Rows.MILESTONES, Rows.PRIZES)) {
            var form = new Form(typed, Map.of());
            var next = 0;
            for (var row : rows.used(form)) {
                for (var part : rows.parts()) {
                    typed.remove(rows.field(row, part));
                    typed.put(rows.field(next, part), form.value(rows.field(row, part)));
                }
                next++;
            }
        }
    }

    /** As the API takes it; empty if nothing is promised. */
    static Optional<ObjectNode> json(Typed typed) {
        var form = typed.form();
        var json = form.has(TYPE) ? typed.reward() : Json.MAPPER.createObjectNode();
        if (!json.has("type")) {
            json.put("type", "none");
        }
        var isShare = form.value(TYPE).equals("percent");
        var perOrder = !json.get("type").asText().equals("none");
        amount(typed, json, "first_order_bonus");
        if (perOrder) {
            tiers(typed, json, isShare);
        }
        for (var row : Rows.MILESTONES.used(form)) {
            var step = json.withArray("milestones").addObject();
            whole(typed, step, "at", Rows.MILESTONES.field(row, ".at"), "Write for which redemption, such as 25.");
            amount(typed, step, "bonus", Rows.MILESTONES.field(row, ".bonus"), "Write the bonus, such as 20.00.");
        }
        for (var row : Rows.PRIZES.used(form)) {
            typed.minor(Rows.PRIZES.field(row, ""))
                    .ifPresent(prize ->
                            json.withObject("/contest").withArray("prizes").add(prize));
        }
        for (var cap : List.of("per_ambassador", "per_campaign")) {
            typed.minor(PREFIX + "caps." + cap)
                    .ifPresent(most -> json.withObject("/caps").put(cap, most));
        }
        if (!perOrder && json.size() == 1) {
            return Optional.empty();
        }
        holdDays(typed, json);
        return Optional.of(json);
    }

    private static void tiers(Typed typed, ObjectNode json, boolean isShare) {
        var used = Rows.TIERS.used(typed.form());
        for (var row : used) {
            var step = json.withArray("tiers").addObject();
            whole(typed, step, "from", Rows.TIERS.field(row, ".from"), "Write from which redemption on, such as 10.");
            var field = Rows.TIERS.field(row, ".value");
            if (isShare) {
                typed.number(field).ifPresent(share -> step.put("value", share));
                require(typed, field, "Write how many percent, such as 15.");
            } else {
                amount(typed, step, "value", field, "Write how much, such as 7.00.");
            }
        }
        if (!used.isEmpty() && typed.form().has(PREFIX + "tier_mode")) {
            json.put("tier_mode", typed.form().value(PREFIX + "tier_mode"));
        }
    }

    private static void holdDays(Typed typed, ObjectNode json) {
        typed.number(HOLD_DAYS).ifPresent(days -> {
            var whole = days.stripTrailingZeros();
            if (whole.scale() > 0 || whole.signum() < 0 || whole.compareTo(most()) > 0) {
                typed.refuse(HOLD_DAYS, "Write a number of days up to " + RewardPlan.MOST_HOLD_DAYS + ".");
            } else {
                json.put("hold_days", whole.intValueExact());
            }
        });
    }

    private static BigDecimal most() {
        return BigDecimal.valueOf(RewardPlan.MOST_HOLD_DAYS);
    }

    private static void whole(Typed typed, ObjectNode json, String member, String field, String why) {
        typed.whole(field).ifPresent(count -> json.put(member, count));
        require(typed, field, why);
    }

    private static void amount(Typed typed, ObjectNode json, String member, String field, String why) {
        typed.minor(field).ifPresent(amount -> json.put(member, amount));
        require(typed, field, why);
    }

    private static void amount(Typed typed, ObjectNode json, String member) {
        typed.minor(PREFIX + member).ifPresent(amount -> json.put(member, amount));
    }

    private static void require(Typed typed, String field, String why) {
        if (!typed.form().has(field)) {
            typed.refuse(field, why);
        }
    }

    /** A plan as it is stored, in fields. */
    static Map<String, String> of(JsonNode plan, int digits) {
        var fields = new LinkedHashMap<String, String>();
        var isShare = plan.path("type").asText().equals("percent");
        fields.put(TYPE, plan.path("type").asText("none"));
        value(fields, PREFIX + "value", plan.path("value"), isShare, digits);
        value(fields, PREFIX + "first_order_bonus", plan.path("first_order_bonus"), false, digits);
        fields.put(PREFIX + "tier_mode", plan.path("tier_mode").asText("marginal"));
        for (var row = 0; row < plan.path("tiers").size(); row++) {
            var step = plan.path("tiers").path(row);
            fields.put(Rows.TIERS.field(row, ".from"), step.path("from").asText());
            value(fields, Rows.TIERS.field(row, ".value"), step.path("value"), isShare, digits);
        }
        for (var row = 0; row < plan.path("milestones").size(); row++) {
            var step = plan.path("milestones").path(row);
            fields.put(Rows.MILESTONES.field(row, ".at"), step.path("at").asText());
            value(fields, Rows.MILESTONES.field(row, ".bonus"), step.path("bonus"), false, digits);
        }
        var prizes = plan.path("contest").path("prizes");
        for (var row = 0; row < prizes.size(); row++) {
            value(fields, Rows.PRIZES.field(row, ""), prizes.path(row), false, digits);
        }
        for (var cap : List.of("per_ambassador", "per_campaign")) {
            value(fields, PREFIX + "caps." + cap, plan.path("caps").path(cap), false, digits);
        }
        if (plan.has("hold_days")) {
            fields.put(HOLD_DAYS, plan.path("hold_days").asText());
        }
        return fields;
    }

    /** An amount stands alone or as Money. */
    private static void value(Map<String, String> fields, String field, JsonNode value, boolean isShare, int digits) {
        var number = value.isObject() ? value.path("amount") : value;
        if (number.isNumber()) {
            var written =
                    isShare ? number.decimalValue() : number.decimalValue().movePointLeft(digits);
            fields.put(field, plain(written.stripTrailingZeros(), isShare ? 0 : digits));
        }
    }

    private static String plain(BigDecimal number, int digits) {
        return (number.scale() < digits ? number.setScale(digits) : number).toPlainString();
    }
}
