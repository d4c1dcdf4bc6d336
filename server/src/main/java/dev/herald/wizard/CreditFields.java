package dev.herald.wizard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.herald.campaign.AttributionPolicy;
import dev.herald.platform.Json;
import dev.herald.web.Form;
import dev.herald.web.Option;
import java.util.List;
import java.util.Map;

/** The fields of a form that say who has the credit for an order. */
public final class CreditFields {

    public static final List<Option> POLICIES = List.of(
            new Option("code_over_link", "Codes first, then links"),
            new Option("link_over_code", "Links first, then codes"),
            new Option("first_touch", "The first link clicked"),
            new Option("last_touch", "Whatever came last"));

    public static final List<Option> RETURNING = List.of(
            new Option("credit", "Earn credit too"), new Option("no_credit", "Earn none, only first orders do"));

    public static final List<Option> SELF_USE =
            List.of(new Option("allow", "Discount, no credit"), new Option("decline", "Declined"));

    private static final String POLICY = "attribution.policy";
    private static final String WINDOW = "attribution.link_window_days";
    private static final String RETURNING_CUSTOMERS = "attribution.returning_customers";
    private static final String OWN_ORDERS = "attribution.self_use";

    private CreditFields() {}

    static Map<String, String> of(AttributionPolicy policy) {
        return Map.of(
                POLICY, policy.policy().word(),
                WINDOW, Integer.toString(policy.linkWindowDays()),
                RETURNING_CUSTOMERS, policy.returningCustomers().word(),
                OWN_ORDERS, policy.selfUse().word());
    }

    /** As the API takes it: what was emptied goes back to what is usual, what was never asked stays that. */
    static ObjectNode json(Typed typed) {
        var json = Json.MAPPER.createObjectNode();
        var form = typed.form();
        for (var choice : List.of(POLICY, RETURNING_CUSTOMERS, OWN_ORDERS)) {
            if (form.has(choice)) {
                json.put(member(choice), form.value(choice));
            }
        }
        typed.whole(WINDOW).ifPresentOrElse(days -> json.put(member(WINDOW), days), () -> json.putNull(member(WINDOW)));
        return json;
    }

    /** Whether something is not as usual, so that a page shows it at once. */
    public static boolean isOpen(Form form) {
        var usual = of(AttributionPolicy.DEFAULT);
        return usual.entrySet().stream()
                .anyMatch(field -> !form.fault(field.getKey()).isEmpty()
                        || (form.has(field.getKey())
                                && !form.value(field.getKey()).equals(field.getValue())));
    }

    /** In half a sentence; what was never asked is as usual. */
    static String words(Form form) {
        var usual = AttributionPolicy.DEFAULT.policy().word();
        var policy = form.has(POLICY) ? form.value(POLICY) : usual;
        var days = form.has(WINDOW) ? form.value(WINDOW) : Integer.toString(AttributionPolicy.DEFAULT.linkWindowDays());
        return POLICIES.stream()
                .filter(one -> one.value().equals(policy))
                .map(one -> one.text() + "; a click counts for " + days + (days.equals("1") ? " day" : " days"))
                .findFirst()
                .orElse("");
    }

    private static String member(String field) {
        return field.substring(field.indexOf('.') + 1);
    }
}
