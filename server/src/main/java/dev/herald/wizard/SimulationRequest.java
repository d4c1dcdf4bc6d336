package dev.herald.wizard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.herald.access.Brand;
import dev.herald.web.Form;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What somebody typed to have a campaign simulated, turned into the JSON that the API takes. */
final class SimulationRequest {

    /** A plan's fields that a simulation asks for too. */
    private static final List<String> SHARED = List.of(
            "objective", "ambassadors", "audience_size", "currency", "average_order", "margin", "limits.budget");

    /** Between two numbers: a comma alone may belong to one of them. */
    private static final Pattern BETWEEN = Pattern.compile("[;\\s]+|,\\s+");

    private final Typed typed;
    private final Brand brand;

    private SimulationRequest(Typed typed, Brand brand) {
        this.typed = typed;
        this.brand = brand;
    }

    /** The JSON of what was typed; what cannot be read is told at its field of the form. */
    record Read(ObjectNode json, Form form) {}

    static Read read(Form form, Brand brand) {
        var values = new LinkedHashMap<>(form.typed());
        if (form.has("offer.value")) {
            values.put("offer.type", "percent");
        }
        if (form.has("reward.value")) {
            values.put("reward.type", "percent");
        }
        return new SimulationRequest(new Typed(values, brand), brand).read();
    }

    private Read read() {
        var form = typed.form();
        var json = typed.plan(form.has("offer.value"), form.has("reward.value"));
        if (!form.has("objective")) {
            json.put("objective", "new_customers");
        }
        for (var field : List.of("runs", "seed")) {
            typed.number(field).ifPresent(number -> json.put(field, plain(number)));
        }
        if (form.has("vary")) {
            var values = json.putObject("vary").putArray(form.value("vary"));
            numbers().forEach(values::add);
        }
        return new Read(json, typed.form());
    }

    private List<BigDecimal> numbers() {
        var numbers = new ArrayList<BigDecimal>();
        var written = typed.form().value("values");
        for (var one : BETWEEN.split(written.strip(), -1)) {
            var number = Numbers.read(one, brand.look().locale());
            if (number.isEmpty()) {
                typed.refuse("values", "Write numbers with blanks between them, such as 100 300 1000.");
                return List.of();
            }
            numbers.add(plain(number.get()));
        }
        return numbers;
    }

    /** Without a fraction of zeros and without an exponent. */
    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    /** The fields as a plan of a campaign fills them; of offers and rewards only shares can be simulated. */
    static Map<String, String> fields(Map<String, String> plan) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : SHARED) {
            fields.put(field, plan.getOrDefault(field, ""));
        }
        for (var share : List.of("offer", "reward")) {
            if (plan.getOrDefault(share + ".type", "").equals("percent")) {
                fields.put(share + ".value", plan.getOrDefault(share + ".value", ""));
            }
        }
        plan.forEach((field, value) -> {
            if (field.startsWith("assumptions.")) {
                fields.put(field, value);
            }
        });
        return fields;
    }
}
