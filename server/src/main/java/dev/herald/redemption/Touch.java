package dev.herald.redemption;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.share.LinkClick;
import java.time.Instant;

/**
 * A click on an ambassador's link of the campaign, before an order.
 *
 * @param token as the shop handed it back
 * @param isBuyer whether the ambassador is who ordered
 */
record Touch(String token, long link, AmbassadorId ambassador, String name, boolean isBuyer, Instant at) {

    static Touch of(LinkClick click, boolean isBuyer) {
        return new Touch(click.token(), click.link(), click.ambassador(), click.name(), isBuyer, click.at());
    }
}
