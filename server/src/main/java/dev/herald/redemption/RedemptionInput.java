package dev.herald.redemption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.herald.access.BrandSecret;
import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Idempotency;
import dev.herald.access.Scope;
import dev.herald.money.Money;
import dev.herald.platform.Ids;
import dev.herald.platform.Input;
import dev.herald.platform.RequestRefused;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a checkout asks.
 *
 * @param code as the shopper typed it
 * @param clicks tokens of the clicks that led to it, as links gave them to the shop
 */
record RedemptionInput(String code, Buyer buyer, Order order, List<String> clicks) {

    private static final String CLICKS = "clicks";
    private static final int MOST_CLICKS = 10;
    private static final int MOST_LINES = 500;
    private static final long MOST_PIECES = 1_000_000;

    /** How far a shop's clock may be off before the time of an order is one that only an admin may give. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    RedemptionInput {
        clicks = List.copyOf(clicks);
    }

    static RedemptionInput of(Input in, Caller caller, Instant now) {
        var code = in.text("code", 10_000);
        var buyer = buyer(in, caller.brand().secret());
        var order = order(in.object("order"), caller, now);
        var clicks = clicks(in);
        in.check();
        return new RedemptionInput(code, buyer, order, clicks);
    }

    /** Reads a redemption, of a code or of what is reserved, and puts it into its lane. */
    static Supplier<Outcome> begin(
            Input in, Caller caller, Redemptions redemptions, InstantSource clock, @Nullable RequestKey key) {
        if (!in.has("reservation_id")) {
            return redemptions.begin(caller.brand(), of(in, caller, clock.instant()), key);
        }
        for (var given : List.of("code", "customer")) {
            if (in.has(given)) {
                in.refuse(given, "is that of the reservation: leave it out.");
            }
        }
        var text = in.text("reservation_id", 50);
        var order = order(in.object("order"), caller, clock.instant());
        var clicks = clicks(in);
        in.check();
        var id = Ids.parse(ReservationId.PREFIX, text).orElseThrow(() -> RequestRefused.notFound("reservation"));
        var reservation = redemptions
                .findReservation(caller.brandId(), new ReservationId(id))
                .orElseThrow(() -> RequestRefused.notFound("reservation"));
        return redemptions.begin(caller.brand(), reservation, order, clicks, key);
    }

    /** The Idempotency-Key of a call with the fingerprint of its request; absent without one. */
    static @Nullable RequestKey key(Gate.Call call, Input in) {
        var key = Idempotency.key(call);
        return key == null
                ? null
                : new RequestKey(
                        call.caller().brand().secret().hash("key", key),
                        Idempotency.fingerprint(call, withoutClicks(in.tree())));
    }

    /** Clicks are evidence and no part of what is asked: a shop that repeats itself may know of more, or of none. */
    static JsonNode withoutClicks(JsonNode request) {
        return request.has(CLICKS) && request instanceof ObjectNode object
                ? object.deepCopy().without(CLICKS)
                : request;
    }

    /** What is in them is nobody's fault at the checkout: a token that cannot be read counts for nothing. */
    private static List<String> clicks(Input in) {
        if (!in.has(CLICKS)) {
            return List.of();
        }
        var given = in.tree().get(CLICKS);
        if (!given.isArray()
                || given.size() > MOST_CLICKS
                || !given.valueStream().allMatch(JsonNode::isTextual)) {
            in.refuse(CLICKS, "must be an array of at most " + MOST_CLICKS + " texts.");
            return List.of();
        }
        return given.valueStream().map(JsonNode::textValue).toList();
    }

    private static Buyer buyer(Input in, BrandSecret secret) {
        var customer = in.optionalObject("customer");
        if (customer == null) {
            return Buyer.GUEST;
        }
        var id = customer.optionalText("id", 200);
        var email = customer.optionalText("email", 254);
        var phone = customer.optionalText("phone", 50);
        if (phone != null && !Buyer.isPhone(phone)) {
            customer.refuse("phone", "must be a phone number.");
        }
        var identities = Buyer.identities(secret, id, email, phone);
        var attributes = customer.optionalObject("attributes");
        return attributes == null
                ? new Buyer(identities, null, null, List.of())
                : new Buyer(
                        identities,
                        attributes.optionalText("region", 100),
                        attributes.optionalText("age_band", 20),
                        attributes.texts("tags", 20, 50));
    }

    private static Order order(Input order, Caller caller, Instant now) {
        var reference = order.text("reference", 200);
        var amount = order.integer("amount", 0, Money.MOST);
        var currency = order.text("currency", 3);
        if (!currency.isEmpty() && Money.currency(currency).isEmpty()) {
            order.refuse("currency", "must be an ISO 4217 code such as EUR.");
        }
        var shipping = order.integer("shipping", 0, Money.MOST, 0);
        var firstOrder = order.has("first_order") ? (Boolean) order.bool("first_order", false) : null;
        return new Order(
                reference, amount, currency, shipping, placedAt(order, caller, now), firstOrder, lines(order, amount));
    }

    private static @Nullable Instant placedAt(Input order, Caller caller, Instant now) {
        var placedAt = order.optionalTime("placed_at");
        if (placedAt == null || caller.scope() == Scope.ADMIN) {
            return placedAt;
        }
        if (Duration.between(placedAt, now).abs().compareTo(CLOCK_SKEW) > 0) {
            throw new RequestRefused(
                    403,
                    "scope_missing",
                    "order.placed_at is not now: giving another time needs a key of scope admin.");
        }
        return null;
    }

    private static List<OrderLine> lines(Input order, long amount) {
        var inputs = order.objects("lines", MOST_LINES);
        var lines = new ArrayList<OrderLine>();
        var sum = BigInteger.ZERO;
        for (var input : inputs) {
            var line = new OrderLine(
                    input.text("sku", 100),
                    input.optionalText("category", 100),
                    input.integer("quantity", 1, MOST_PIECES),
                    input.integer("unit_amount", 0, Money.MOST));
            lines.add(line);
            sum = sum.add(BigInteger.valueOf(line.amount()));
        }
        if (!inputs.isEmpty() && !sum.equals(BigInteger.valueOf(amount))) {
            order.refuse("amount", "must equal the sum of the lines, which is " + sum + ".");
        }
        return lines;
    }
}
