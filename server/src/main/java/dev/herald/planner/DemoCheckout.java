package dev.herald.planner;

import dev.herald.access.Brand;
import dev.herald.access.KeyedHash;
import dev.herald.campaign.ReversalReason;
import dev.herald.planner.DemoOrder.Aftermath;
import dev.herald.planner.DemoScript.Chapter;
import dev.herald.redemption.Buyer;
import dev.herald.redemption.Order;
import dev.herald.redemption.Outcome;
import dev.herald.redemption.Redemption;
import dev.herald.redemption.Redemptions;
import dev.herald.redemption.RequestKey;
import dev.herald.redemption.ReversalAttempt;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The demo brand's checkout: types codes on orders, sometimes wrong, and sends goods back. */
final class DemoCheckout {

    /** One in so many shoppers mistypes a code first, and one comes when the campaign is over. */
    private static final int MISTYPES = 37;

    private static final int TOO_LATE = 53;

    /** Redemptions at once make full batches; validations at once would only wait for connections. */
    private static final int BUYERS_AT_ONCE = 256;

    private static final int TRIES_AT_ONCE = 6;
    private static final String CURRENCY = "USD";

    private final Brand brand;
    private final Redemptions redemptions;

    DemoCheckout(Brand brand, Redemptions redemptions) {
        this.brand = brand;
        this.redemptions = redemptions;
    }

    /**
     * Who would buy once more than allowed only asks: whether he may depends on what was sent back by then, and a
     * filling that is completed later must not sell more than one that went through.
     */
    void serve(Chapter chapter, List<String> codes) {
        atOnce(TRIES_AT_ONCE, chapter.orders(), order -> tryInVain(chapter, order, code(order, codes)));
        var times = new HashMap<Integer, Integer>();
        var allowed = chapter.orders().stream()
                .collect(Collectors.partitioningBy(
                        order -> times.merge(order.shopper().number(), 1, Integer::sum) <= DemoBrand.MOST_ORDERS_EACH));
        atOnce(BUYERS_AT_ONCE, Objects.requireNonNull(allowed.get(true)), order -> buy(order, code(order, codes)));
        atOnce(TRIES_AT_ONCE, Objects.requireNonNull(allowed.get(false)), order -> ask(order, code(order, codes)));
    }

    private static String code(DemoOrder order, List<String> codes) {
        return order.person() == DemoOrder.NOBODY ? codes.getFirst() : codes.get(order.person());
    }

    private void tryInVain(Chapter chapter, DemoOrder order, String code) {
        var number = order.shopper().number();
        if (number % MISTYPES == 0) {
            ask(order, code.substring(1));
        }
        if (number % TOO_LATE == 0 && chapter.setting().isPast()) {
            redemptions.validate(brand, code, buyer(order), askedToday(order));
        }
    }

    private void ask(DemoOrder order, String code) {
        redemptions.validate(brand, code, buyer(order), asked(order));
    }

    private void buy(DemoOrder order, String code) {
        if (redemptions.redeem(brand, code, buyer(order), asked(order), null)
                instanceof Outcome.Redeemed(var redemption)) {
            reason(order.aftermath()).ifPresent(reason -> undo(redemption, order, reason));
        }
    }

    private void undo(Redemption redemption, DemoOrder order, ReversalReason reason) {
        var half = order.aftermath() == Aftermath.HALF_REFUNDED ? (Long) (order.amount() / 2) : null;
        var key = new RequestKey(hash("key", order), hash("request", order));
        redemptions.reverse(new ReversalAttempt(redemption, reason, half, key));
    }

    private static Optional<ReversalReason> reason(Aftermath aftermath) {
        return switch (aftermath) {
            case KEPT -> Optional.empty();
            case CANCELLED -> Optional.of(ReversalReason.CANCELLED);
            case REFUNDED, HALF_REFUNDED -> Optional.of(ReversalReason.REFUNDED);
            case CHARGED_BACK -> Optional.of(ReversalReason.CHARGEBACK);
        };
    }

    private Buyer buyer(DemoOrder order) {
        var shopper = order.shopper();
        // The domain under which a checkout's own customer ids are hashed: the demo's shoppers can be asked for by
        // them.
        var identity = brand.secret().hash("customer id", "shopper-" + shopper.number());
        return new Buyer(List.of(identity), shopper.region(), shopper.ageBand(), shopper.tags());
    }

    private static Order asked(DemoOrder order) {
        return new Order(
                order.reference(), order.amount(), CURRENCY, 0, order.placedAt(), order.firstOrder(), order.lines());
    }

    private static Order askedToday(DemoOrder order) {
        return new Order(order.reference() + "-late", order.amount(), CURRENCY, 0, null, null, order.lines());
    }

    private KeyedHash hash(String domain, DemoOrder order) {
        return brand.secret().hash(domain, "demo reversal of " + order.reference());
    }

    private static void atOnce(int most, List<DemoOrder> orders, Consumer<DemoOrder> step) {
        try (var threads = Executors.newFixedThreadPool(most, Thread.ofVirtual().factory())) {
            var steps = orders.stream()
                    .<Callable<DemoOrder>>map(order -> () -> {
                        step.accept(order);
                        return order;
                    })
                    .toList();
            for (var done : threads.invokeAll(steps)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The demo brand could not be filled", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while filling the demo brand", e);
        }
    }
}
