package dev.herald.web;

import dev.herald.platform.Problem;
import io.helidon.common.parameters.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody typed into a form, and what is wrong with it: a page that refuses it shows both again.
 *
 * @param typed by field
 * @param faults by field; "" is the form as a whole
 */
public record Form(Map<String, String> typed, Map<String, String> faults) {

    /** A form that nobody has touched. */
    public static final Form EMPTY = new Form(Map.of(), Map.of());

    public Form {
        typed = Map.copyOf(typed);
        faults = Map.copyOf(faults);
    }

    /** The fields that a browser sent; of several with the same name the first. */
    public static Form of(Parameters sent) {
        var typed = new LinkedHashMap<String, String>();
        sent.names().forEach(name -> typed.put(name, sent.first(name).orElse("").strip()));
        return new Form(typed, Map.of());
    }

    /** What was typed into a field, without blanks around it; "" if nothing. */
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean has(String field) {
        return !value(field).isEmpty();
    }

    /** What is wrong with a field or with a part of it such as {@code budget.amount}; "" if nothing is. */
    public String fault(String field) {
        var own = faults.get(field);
        if (own != null || field.isEmpty()) {
            return own == null ? "" : own;
        }
        return faults.entrySet().stream()
                .filter(fault -> fault.getKey().startsWith(field + "."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    public boolean hasFaults() {
        return !faults.isEmpty();
    }

    public Form with(String field, String value) {
        var all = new LinkedHashMap<>(typed);
        all.put(field, value);
        return new Form(all, faults);
    }

    /** The first fault of a field is kept. */
    public Form refused(String field, String why) {
        var all = new LinkedHashMap<>(faults);
        all.putIfAbsent(field, why);
        return new Form(typed, all);
    }

    /** The faults of a request that was made from this form: the pointer /offer/value is the field offer.value. */
    public Form refused(Problem problem) {
        var form = this;
        for (var fault : problem.errors()) {
            form = form.refused(fault.pointer().replaceFirst("^/", "").replace('/', '.'), sentence(fault.detail()));
        }
        return problem.errors().isEmpty() ? refused("", problem.detail()) : form;
    }

    private static String sentence(String detail) {
        return detail.isEmpty() ? detail : Character.toUpperCase(detail.charAt(0)) + detail.substring(1);
    }
}
