package dev.herald.redemption;

import dev.herald.campaign.Campaign;
import dev.herald.code.PromoCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a code works at this moment, or not: every rule that does not depend on the order.
 *
 * @param ownerName absent for a campaign's own code
 */
public record CodeCheck(
        PromoCode code,
        Campaign campaign,
        Campaign.State campaignState,
        @Nullable String ownerName,
        List<Rule> rules) {

    /** One rule, with what it found in words for people. */
    public record Rule(String rule, boolean passed, String detail) {}

    public CodeCheck {
        rules = List.copyOf(rules);
    }

    public boolean works() {
        return rules.stream().allMatch(Rule::passed);
    }
}
