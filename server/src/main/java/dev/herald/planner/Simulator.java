package dev.herald.planner;

import dev.herald.campaign.Strategy;
import dev.herald.planner.SimulatedOrder.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Plays a campaign through, person by person, under the assumptions of the advice (docs/SCIENCE.md, Simulator). Pure: the
 * same plan, strategy, setting and seed always give the same story.
 */
final class Simulator {

    /** Beyond this people and sightings would not fit into a piece of work. */
    static final double MOST_SIGHTINGS = 2_000_000;

    static final double MOST_PEOPLE = 5_000_000;
    static final double MOST_ORDERS = 200_000;

    private static final double SOON_HOURS = 10;
    private static final double LATE_HOURS = 96;
    private static final double SHARE_SOON = .75;
    private static final double MEMORY_HOURS = 14 * 24;

    private final Assumptions given;
    private final Manner manner;
    private final SimulatorSetting setting;
    private final SimulatedCast cast;
    private final Sightings sightings;
    private final UniformRandomProvider random;
    private final ZigguratSampler exponential;
    private final List<SimulatedOrder> orders = new ArrayList<>();
    private final double readiness;
    private int lost;

    private Simulator(Plan plan, Manner manner, SimulatorSetting setting, SimulatedCast cast, SplittableRandom seeds) {
        this.given = plan.assumptions();
        this.manner = manner;
        this.setting = setting;
        this.cast = cast;
        var people = (int) Math.max(1, Math.round(given.get(Assumption.AUDIENCE)));
        this.sightings = Sightings.of(cast, people, setting, source(seeds));
        this.random = source(seeds);
        this.readiness = -Math.log1p(-given.get(Assumption.INTENT)) * Outlook.scale(plan);
        this.exponential = ZigguratSampler.Exponential.of(random);
        for (var person = 0; person < people; person++) {
            live(person);
        }
    }

    static Simulated run(Plan plan, Strategy strategy, SimulatorSetting setting, long seed) {
        if (!isSmallEnough(plan)) {
            throw new IllegalArgumentException("Too large to simulate: " + plan);
        }
        // Each part has dice of its own, so that leaks, say, leave the rest of the story as it was.
        var seeds = new SplittableRandom(seed);
        var manner = Outlook.of(plan, strategy).manner();
        var cast = SimulatedCast.of(plan, strategy, manner, setting, seeds.nextLong());
        var simulator = new Simulator(plan, manner, setting, cast, seeds);
        var orders = new ArrayList<>(new Survey(cast, source(seeds)).asked(simulator.orders));
        if (setting.leaks()) {
            orders.addAll(new Leaks(plan.assumptions(), setting, cast, source(seeds)).of(List.copyOf(orders)));
        }
        orders.sort(Comparator.comparingDouble(SimulatedOrder::hours));
        return new Simulated(plan, manner, cast, affordable(plan, orders), simulator.lost);
    }

    static boolean isSmallEnough(Plan plan) {
        return StrategyRules.outlooks(plan).stream().allMatch(outlook -> ordersOf(outlook) <= MOST_ORDERS)
                && plan.ambassadors() * plan.assumptions().get(Assumption.REACH) <= MOST_SIGHTINGS
                && plan.ambassadors() <= MOST_SIGHTINGS / 10
                && plan.assumptions().get(Assumption.AUDIENCE) <= MOST_PEOPLE;
    }

    private static double ordersOf(Outlook outlook) {
        return outlook.redemptions() / (1 - outlook.manner().leak());
    }

    private static UniformRandomProvider source(SplittableRandom seeds) {
        return RandomSource.XO_SHI_RO_256_PP.create(seeds.nextLong());
    }

    /**
     * Sees posts until one convinces. The l-th adds quality x (l^0.6 - (l-1)^0.6) to what adds up to the closed form's
     * k^0.6, so that the cause comes before its effect.
     */
    private void live(int person) {
        var count = sightings.count(person);
        if (count == 0) {
            return;
        }
        var needed = exponential.sample() / readiness;
        var convinced = 0.0;
        for (var number = 0; number < count; number++) {
            var post = sightings.post(person, number);
            convinced += cast.quality(cast.postBy(post)) * Response.gain(number + 1);
            if (convinced >= needed) {
                buy(person, post);
                return;
            }
        }
    }

    private void buy(int person, int post) {
        var at = cast.postAt(post) + delay();
        var byLink = random.nextDouble() < given.get(Assumption.LINK_SHARE);
        if (byLink || random.nextDouble() < remembers(person, post, at) * Response.typedRight(manner.length(), given)) {
            var by = cast.postBy(post);
            var region = Sightings.communityOf(person, setting);
            orders.add(order(at, person, by, byLink ? Cause.LINK : Cause.MEMORY, byLink, region));
            tellFriends(by, at, region);
        } else {
            lost++;
        }
    }

    /**
     * Probability to have a code in mind: the shared one, which every sighting of it rehearses, or the own one of the
     * ambassador who convinced (else of the first seen who has one). Without fading, time is no matter, and an own code
     * seen twice is remembered no better.
     */
    private double remembers(int person, int cause, double at) {
        var owner = owner(person, cast.postBy(cause));
        var forgotten = 1.0;
        var seen = false;
        for (var number = 0; number < sightings.count(person); number++) {
            var post = sightings.post(person, number);
            var age = setting.fades() ? at - cast.postAt(post) : 0;
            if (age < 0) {
                break;
            }
            var by = cast.postBy(post);
            if (!cast.hasOwn(by) || (by == owner && (setting.fades() || !seen))) {
                forgotten *= 1 - cast.recall(by) * Math.exp(-age / MEMORY_HOURS);
            }
            seen |= by == owner;
        }
        return 1 - forgotten;
    }

    /** Whose own code a person would remember, if anybody's. */
    private int owner(int person, int cause) {
        if (cast.hasOwn(cause)) {
            return cause;
        }
        for (var number = 0; number < sightings.count(person); number++) {
            var by = cast.postBy(sightings.post(person, number));
            if (cast.hasOwn(by)) {
                return by;
            }
        }
        return SimulatedOrder.NOBODY;
    }

    /** Each buyer brings a geometric number of others, and each of those too. */
    private void tellFriends(int ambassador, double at, int region) {
        var again = manner.wordOfMouth() / (1 + manner.wordOfMouth());
        while (random.nextDouble() < again) {
            var later = at + delay();
            var clicked = random.nextDouble() < given.get(Assumption.LINK_SHARE);
            orders.add(order(later, SimulatedOrder.NOBODY, ambassador, Cause.FRIEND, clicked, region));
            tellFriends(ambassador, later, region);
        }
    }

    private SimulatedOrder order(double at, int person, int by, Cause cause, boolean clicked, int region) {
        var isNew = random.nextDouble() < given.get(Assumption.NEW_SHARE);
        return new SimulatedOrder(at, person, by, cause, clicked, isNew, region, SimulatedOrder.NOBODY);
    }

    private double delay() {
        var late = setting.tails() && random.nextDouble() >= SHARE_SOON;
        return exponential.sample() * (late ? LATE_HOURS : SOON_HOURS);
    }

    /** When the budget is used up, the campaign ends. */
    private static List<SimulatedOrder> affordable(Plan plan, List<SimulatedOrder> orders) {
        var discount =
                plan.assumptions().get(Assumption.ORDER) * plan.assumptions().get(Assumption.DISCOUNT);
        var most = discount > 0 ? Math.min(orders.size(), Math.floor(plan.budget() / discount)) : orders.size();
        return orders.subList(0, (int) most);
    }
}
