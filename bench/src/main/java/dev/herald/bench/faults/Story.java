package dev.herald.bench.faults;

import dev.herald.bench.faults.History.Asked;
import dev.herald.bench.faults.History.Calm;
import dev.herald.bench.faults.History.Line;
import dev.herald.bench.faults.History.Still;
import dev.herald.bench.faults.History.Told;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A history by number: what came of each thing that was asked for. */
final class Story {

    private static final Pattern ID = Pattern.compile("\"id\":\"([a-z]+_[0-9A-Z]+)\"");
    private static final Pattern DISCOUNT = Pattern.compile("\"discount\":\\{\"amount\":([0-9]+)");

    /** What came of something asked for. */
    enum Fate {
        ACCEPTED,
        DECLINED,
        UNKNOWN
    }

    private final Map<Integer, Asked> asked = new TreeMap<>();
    private final Map<Integer, List<Told>> told = new HashMap<>();
    private final Map<Integer, Told> lastInCalm = new HashMap<>();
    private final Map<Integer, Told> lastWhenStill = new HashMap<>();

    Story(List<Line> lines) {
        var calm = false;
        var still = false;
        for (var line : lines) {
            switch (line) {
                case Asked one -> asked.putIfAbsent(one.number(), one);
                case Told one -> {
                    told.computeIfAbsent(one.number(), _ -> new ArrayList<>()).add(one);
                    if (calm) {
                        lastInCalm.put(one.number(), one);
                    }
                    if (still) {
                        lastWhenStill.put(one.number(), one);
                    }
                }
                case Calm() -> calm = true;
                case Still() -> {
                    still = true;
                    lastWhenStill.clear();
                }
            }
        }
    }

    Collection<Asked> asked() {
        return asked.values();
    }

    Optional<Asked> asked(int number) {
        return Optional.ofNullable(asked.get(number));
    }

    List<Told> told(Asked one) {
        return told.getOrDefault(one.number(), List.of());
    }

    /** Yes once is yes. No is final only if no earlier attempt was left open, or if it was said in the calm. */
    Fate fate(Asked one) {
        var answers = told(one);
        if (answers.stream().anyMatch(Told::accepts)) {
            return Fate.ACCEPTED;
        }
        var last = lastInCalm.get(one.number());
        var declined =
                last == null ? !answers.isEmpty() && answers.stream().noneMatch(Told::leavesOpen) : !last.leavesOpen();
        return declined ? Fate.DECLINED : Fate.UNKNOWN;
    }

    /** The first yes. */
    Optional<String> acceptance(Asked one) {
        return told(one).stream().filter(Told::accepts).map(Told::body).findFirst();
    }

    /** Whether it was declined for this reason when nothing was given back any more. */
    boolean wasDeclinedWhenStill(Asked one, String code) {
        var last = lastWhenStill.get(one.number());
        return last != null && last.status() == 409 && last.body().contains("\"code\":\"" + code + '"');
    }

    /** The first id in a body; "" without one. */
    static String idIn(String body) {
        var id = ID.matcher(body);
        return id.find() ? id.group(1) : "";
    }

    /** The discount that a body tells of; -1 without one. */
    static long discountIn(String body) {
        var discount = DISCOUNT.matcher(body);
        return discount.find() ? Long.parseLong(discount.group(1)) : -1;
    }
}
