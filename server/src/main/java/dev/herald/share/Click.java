package dev.herald.share;

/**
 * A request for a link, as far as it tells who sends it.
 *
 * @param purpose what the browser fetches it for, if it says so
 * @param agent the program that asks
 */
public record Click(String method, String purpose, String agent) {

    /** Whether somebody clicked; programs that look ahead, or at everything, are not counted. */
    public boolean isPerson() {
        return ClickRules.isPerson(method, purpose, agent);
    }
}
