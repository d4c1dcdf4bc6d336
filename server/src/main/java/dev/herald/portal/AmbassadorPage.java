package dev.herald.portal;

import dev.herald.web.Assets;
import dev.herald.web.Theme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an ambassador sees: a ticket for each campaign that goes on, and a line for each that is over. */
public record AmbassadorPage(
        String name, String brand, List<Ticket> tickets, List<Past> past, Theme theme, Assets assets) {

    public AmbassadorPage {
        tickets = List.copyOf(tickets);
        past = List.copyOf(past);
    }

    /**
     * A code with its caption and how often it was used.
     *
     * @param live whether it can be used now; {@code state} says so in words
     * @param counted what the number of uses counts: "times used", or for a shared code by whom
     * @param choice how to choose another code; absent where all share one
     */
    public record Ticket(
            String campaign,
            boolean live,
            String state,
            String offer,
            String code,
            Caption caption,
            String used,
            String counted,
            @Nullable Choice choice) {

        /** How large the code can be on one line of a phone. */
        public String size() {
            if (code.length() > 18) {
                return "longest";
            }
            return code.length() > 13 ? "long" : code.length() > 9 ? "medium" : "short";
        }
    }

    /**
     * A form to choose one's own code with, and what became of the last try.
     *
     * @param address where the form goes
     * @param typed what was wished last, kept
     * @param refusal why it could not be had; "" before the first try
     * @param alternatives what could be had instead
     */
    public record Choice(String address, String enrollment, String typed, String refusal, List<String> alternatives) {

        public Choice {
            alternatives = List.copyOf(alternatives);
        }

        static Choice open(String address, String enrollment) {
            return new Choice(address, enrollment, "", "", List.of());
        }

        Choice refused(String wish, String why, List<String> others) {
            return new Choice(address, enrollment, wish, why, others);
        }
    }

    /** A campaign that is over. */
    public record Past(String campaign, String code, String used) {}
}
