package dev.herald.insight;

/** How often codes were refused for one reason. */
public record DeclineCount(String reason, long validations, long redemptions) {

    public long total() {
        return validations + redemptions;
    }
}
