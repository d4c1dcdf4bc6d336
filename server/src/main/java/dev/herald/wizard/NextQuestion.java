package dev.herald.wizard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.herald.access.Brand;
import dev.herald.campaign.Campaign;
import dev.herald.planner.LineUpWish;
import dev.herald.platform.Input;
import dev.herald.platform.Json;
import dev.herald.platform.RequestRefused;
import dev.herald.web.Form;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody typed who wants to know whom to invite next, turned into the JSON that the API takes. */
final class NextQuestion {

    static final List<String> FIELDS =
            List.of("budget", "cost_per_ambassador", "exploration", "places", "average_order", "margin", "learn_from");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Campaign campaign;
    private final Typed typed;

    /** @param usual what stands in the fields before anybody touches them */
    NextQuestion(Brand brand, Campaign campaign, Form sent, Map<String, String> usual) {
        this.campaign = campaign;
        var fields = new LinkedHashMap<>(usual);
        for (var field : FIELDS) {
            if (sent.typed().containsKey(field)) {
                fields.put(field, sent.value(field));
            }
        }
        fields.put("currency", campaign.currency().getCurrencyCode());
        this.typed = new Typed(fields, brand);
    }

    /** What was typed, with the faults that reading it has brought to light. */
    Form form() {
        return typed.form();
    }

    /** Whether anything was asked yet. */
    boolean isAsked() {
        return form().has("budget");
    }

    Optional<LineUpWish> wish() {
        var json = json();
        if (form().hasFaults()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LineUpWish.read(Input.of(Json.bytes(json))));
        } catch (RequestRefused refused) {
            Form.EMPTY.refused(refused.problem()).faults().forEach(typed::refuse);
            return Optional.empty();
        }
    }

    private ObjectNode json() {
        var json = Json.MAPPER.createObjectNode();
        json.put("campaign_id", campaign.id().toString());
        json.put("learn_from", form().value("learn_from").equals("campaign") ? "campaign" : "all");
        typed.minor("budget").ifPresent(amount -> json.set("budget", money(amount)));
        if (isNothing("cost_per_ambassador")) {
            json.set("cost_per_ambassador", money(0));
        } else {
            typed.minor("cost_per_ambassador").ifPresent(amount -> json.set("cost_per_ambassador", money(amount)));
        }
        typed.minor("average_order").ifPresent(amount -> json.set("average_order", money(amount)));
        share("margin", 100, "Write a margin of up to 100 percent.").ifPresent(share -> json.put("margin", share));
        share("exploration", 50, "Write a share of up to 50 percent.")
                .ifPresent(share -> json.put("exploration", share));
        typed.whole("places").ifPresent(most -> json.put("places", most));
        return json;
    }

    /** To invite somebody may cost nothing; no other amount may be that. */
    private boolean isNothing(String field) {
        return form().value(field).matches("0+([.,]0+)?");
    }

    private Optional<BigDecimal> share(String field, int most, String why) {
        var percent = typed.number(field);
        if (percent.filter(one -> one.compareTo(BigDecimal.valueOf(most)) > 0).isPresent()) {
            typed.refuse(field, why);
            return Optional.empty();
        }
        return percent.map(one -> one.divide(HUNDRED));
    }

    private ObjectNode money(long amount) {
        return Json.MAPPER
                .createObjectNode()
                .put("amount", amount)
                .put("currency", campaign.currency().getCurrencyCode());
    }
}
