package dev.herald.share;

import java.util.regex.Pattern;

/** Tells people who click from programs that only look. Pure. */
final class ClickRules {

    /** Messengers and networks fetch what they are about to show; search engines and monitors everything. */
    private static final Pattern PROGRAM = Pattern.compile(
            "(?i)bot\\b|bot/|crawl|spider|slurp|preview|facebookexternalhit|facebookcatalog|whatsapp|embedly|"
                    + "pinterestbot|vkshare|skypeuri|headless|monitor|curl|wget|python|java/|okhttp|go-http|axios");

    private ClickRules() {}

    /**
     * @param purpose of the headers Sec-Purpose and Purpose: a browser that fetches ahead says so
     * @param agent the User-Agent; a browser always tells one
     */
    static boolean isPerson(String method, String purpose, String agent) {
        return method.equals("GET")
                && !purpose.contains("prefetch")
                && !purpose.contains("preview")
                && !agent.isBlank()
                && !PROGRAM.matcher(agent).find();
    }
}
