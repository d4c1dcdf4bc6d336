package dev.herald.console;

import dev.herald.web.Moment;

/** A payout run as lists and its own page show it. */
public record PayoutLine(String id, Moment made, String total, String people, Badge state, String failed) {

    public String address() {
        return "/console/payouts/" + id;
    }
}
