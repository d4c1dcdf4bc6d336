package dev.herald.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.herald.platform.Input;
import dev.herald.platform.Json;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a campaign's reward plan, which is kept as the JSON that it is: what is absent stays, what is null goes. */
final class RewardInput {

    private RewardInput() {}

    /** @param plan notes the faults of the plan itself */
    static @Nullable String of(Input campaign, @Nullable String now, Consumer<Input> plan) {
        if (campaign.clears("reward")) {
            return null;
        }
        var reward = campaign.optionalObject("reward");
        if (reward == null) {
            return now;
        }
        plan.accept(reward);
        var text = Json.text(reward.tree());
        if (text.length() > 10_000 || !isStorable(reward.tree())) {
            campaign.refuse(
                    "reward",
                    "must be at most 10,000 characters of plain texts and numbers of at most 12 digits after the point.");
        }
        return text;
    }

    /** Nobody could tell who is ahead in a contest where some share a code and others have their own. */
    static void check(Input campaign, @Nullable String reward, Strategy strategy) {
        if (reward == null || strategy != Strategy.TIERED) {
            return;
        }
        var plan = Json.parse(reward.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        if (!plan.at("/contest/prizes").isEmpty()) {
            campaign.refuse(
                    "reward/contest",
                    "is for campaigns where everybody has their own code or all share one; leave it out where codes are"
                            + " tiered.");
            campaign.check();
        }
    }

    /** What the database would refuse or change: halves of surrogate pairs, and numbers that write out to a book. */
    private static boolean isStorable(JsonNode node) {
        if (node.isNumber()) {
            var number = node.decimalValue();
            return Math.abs((long) number.scale()) <= 12 && number.precision() <= 30;
        }
        if (node.isTextual()) {
            return Input.isStorable(node.textValue());
        }
        for (var member : node.properties()) {
            if (!Input.isStorable(member.getKey())) {
                return false;
            }
        }
        for (var child : node) {
            if (!isStorable(child)) {
                return false;
            }
        }
        return true;
    }
}
