package dev.herald.attribution;

import java.util.Arrays;

/**
 * For each redemption the ambassadors who may have brought it, with how likely it is at that moment if he brings one.
 * Sparse: only whose post was shortly before, and whom the buyer names. Ambassadors without known posts are left out
 * unless named: to them every moment is as likely.
 */
final class Candidates {

    private final int[] from;
    private int[] who = new int[1024];
    private double[] likely = new double[1024];
    private double[] delay = new double[1024];
    private int size;

    private Candidates(int orders) {
        from = new int[orders + 1];
    }

    static Candidates of(Observed observed, double tau) {
        var posts = PostTimes.of(observed);
        var orders = observed.orders();
        var candidates = new Candidates(orders.size());
        var slot = new int[observed.posters().size()];
        Arrays.fill(slot, -1);
        for (var order = 0; order < orders.size(); order++) {
            candidates.from[order] = candidates.size;
            candidates.add(observed, posts, orders.get(order), tau, slot);
        }
        candidates.from[orders.size()] = candidates.size;
        return candidates;
    }

    private void add(Observed observed, PostTimes posts, Observed.Order order, double tau, int[] slot) {
        var first = size;
        var since = order.at() - Model.REACH_OF_A_POST * tau;
        for (var post = posts.lastUntil(order.at()); post >= 0 && posts.at(post) > since; post--) {
            var poster = posts.by(post);
            var passed = order.at() - posts.at(post);
            if (slot[poster] < first) {
                slot[poster] = place(poster);
            }
            var density = Math.exp(-passed / tau)
                    / tau
                    / observed.posters().get(poster).posts().length;
            likely[slot[poster]] += density;
            delay[slot[poster]] += density * passed;
        }
        for (var i = first; i < size; i++) {
            delay[i] /= likely[i];
            slot[who[i]] = i;
        }
        consider(observed, order, slot, first);
        for (var i = first; i < size; i++) {
            slot[who[i]] = -1;
        }
    }

    /** Whom a click or an answer names, whatever the time says. */
    private void consider(Observed observed, Observed.Order order, int[] slot, int first) {
        var named = order.clicked() >= 0 ? order.clicked() : order.told();
        if (named < 0) {
            return;
        }
        var poster = observed.posters().get(named);
        var untold = (poster.isSilent() ? 1 : Model.UNTOLD) / observed.hours();
        if (slot[named] < first) {
            slot[named] = place(named);
            delay[slot[named]] = Double.NaN;
        }
        likely[slot[named]] = Math.max(likely[slot[named]], untold);
        if (order.clicked() < 0) {
            // The silent have one part for every moment already, with all that are like them.
            likely[slot[named]] *= boost(observed.posters().size()) - (poster.isSilent() ? 1 : 0);
        }
    }

    /** How much likelier the one who is named is than another: who answers wrongly names anybody. */
    private static double boost(int posters) {
        var byMistake = (1 - Model.TRUE_ANSWERS - Model.FORGETFUL_ANSWERS) / posters;
        return (Model.TRUE_ANSWERS + byMistake) / byMistake;
    }

    private int place(int poster) {
        if (size == who.length) {
            who = Arrays.copyOf(who, 2 * size);
            likely = Arrays.copyOf(likely, 2 * size);
            delay = Arrays.copyOf(delay, 2 * size);
        }
        who[size] = poster;
        likely[size] = 0;
        delay[size] = 0;
        return size++;
    }

    int size() {
        return size;
    }

    int from(int order) {
        return from[order];
    }

    int to(int order) {
        return from[order + 1];
    }

    int who(int place) {
        return who[place];
    }

    double likely(int place) {
        return likely[place];
    }

    /** Hours since his posts, in the mean; not a number if no known post explains it. */
    double delay(int place) {
        return delay[place];
    }
}
