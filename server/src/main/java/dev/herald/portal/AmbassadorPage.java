package dev.herald.portal;

import dev.herald.web.Assets;
import dev.herald.web.Theme;
import java.util.List;

/** What an ambassador sees: a ticket for each campaign. */
public record AmbassadorPage(String name, String brand, List<Ticket> tickets, Theme theme, Assets assets) {

    public AmbassadorPage {
        tickets = List.copyOf(tickets);
    }

    /** A code with its caption and how often it was used. */
    public record Ticket(
            String campaign, boolean live, String state, String offer, String code, Caption caption, String used) {}

    /** Text to post. The disclosure tag is part of it and cannot be left out. */
    public record Caption(String before, String code, String after, String tag) {

        public String text() {
            return before + code + after + " " + tag;
        }
    }
}
