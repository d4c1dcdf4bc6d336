package dev.herald.ambassador;

import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The people who spread a brand's codes. */
public final class Ambassadors {

    /** How exactly it is known when somebody last opened his page. */
    private static final Duration NOTED_AGAIN = Duration.ofHours(1);

    private static final int MOST_LABELS = 100;

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;

    public Ambassadors(Database db, Ids ids, InstantSource clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    public Ambassador create(BrandId brand, AmbassadorDraft draft) {
        var id = new AmbassadorId(ids.next());
        return db.inBrand(brand.value(), tx -> {
            var store = new AmbassadorStore(tx);
            store.insert(brand, Map.of(id, draft), clock.instant());
            return store.find(brand, id).orElseThrow();
        });
    }

    /** The ambassador as somebody makes him of what he was, or a 404. */
    public Ambassador change(BrandId brand, AmbassadorId id, UnaryOperator<AmbassadorDraft> change) {
        return db.inBrand(brand.value(), tx -> {
            var store = new AmbassadorStore(tx);
            var before = store.find(brand, id).orElseThrow(Ambassadors::unknown);
            store.update(brand, Map.of(id, change.apply(before.draft())));
            return store.find(brand, id).orElseThrow();
        });
    }

    /** Takes somebody off the lists; what he sold stays his. A second time changes nothing. */
    public Ambassador remove(BrandId brand, AmbassadorId id) {
        return db.inBrand(brand.value(), tx -> {
            var store = new AmbassadorStore(tx);
            var before = store.find(brand, id).orElseThrow(Ambassadors::unknown);
            if (!before.isRemoved()) {
                store.setRemoved(brand, id, clock.instant());
            }
            return store.find(brand, id).orElseThrow();
        });
    }

    /** Undoes a removal. */
    public Ambassador bringBack(BrandId brand, AmbassadorId id) {
        return db.inBrand(brand.value(), tx -> {
            var store = new AmbassadorStore(tx);
            store.setRemoved(brand, id, null);
            return store.find(brand, id).orElseThrow(Ambassadors::unknown);
        });
    }

    /** No mail goes to this person from now on; the time of the first wish stays. */
    public void unsubscribe(BrandId brand, AmbassadorId id) {
        db.inBrand(brand.value(), tx -> {
            var store = new AmbassadorStore(tx);
            store.find(brand, id)
                    .filter(one -> one.unsubscribedAt() == null)
                    .ifPresent(_ -> store.setUnsubscribed(brand, id, clock.instant()));
            return id;
        });
    }

    /** The person himself wants mail again. */
    public void subscribe(BrandId brand, AmbassadorId id) {
        db.inBrand(brand.value(), tx -> {
            new AmbassadorStore(tx).setUnsubscribed(brand, id, null);
            return id;
        });
    }

    /** The ambassador, or a 404. */
    public Ambassador get(BrandId brand, AmbassadorId id) {
        return find(brand, id).orElseThrow(Ambassadors::unknown);
    }

    public Optional<Ambassador> find(BrandId brand, AmbassadorId id) {
        return db.inBrand(brand.value(), tx -> new AmbassadorStore(tx).find(brand, id));
    }

    /** Whether somebody who opens his page now is an ambassador still; if so, that he opened it is noted. */
    public boolean opens(BrandId brand, AmbassadorId id) {
        var visitor = find(brand, id).filter(one -> !one.isRemoved());
        var now = clock.instant();
        visitor.filter(one -> isNotedAgain(one, now))
                .ifPresent(_ -> db.inBrand(brand.value(), tx -> {
                    new AmbassadorStore(tx).noteOpened(brand, id, now);
                    return id;
                }));
        return visitor.isPresent();
    }

    private static boolean isNotedAgain(Ambassador visitor, Instant now) {
        var last = visitor.lastOpenedAt();
        return last == null || last.isBefore(now.minus(NOTED_AGAIN));
    }

    /** Those of the ids that are this brand's. */
    public Map<AmbassadorId, Ambassador> find(BrandId brand, List<AmbassadorId> wanted) {
        return db.inBrand(brand.value(), tx -> new AmbassadorStore(tx).find(brand, wanted)).stream()
                .collect(Collectors.toMap(Ambassador::id, Function.identity()));
    }

    /** Who has this e-mail address, whatever its case; the first if several have. */
    public Optional<Ambassador> withEmail(BrandId brand, String email) {
        var key = ImportRules.emailKey(email);
        return db.inBrand(brand.value(), tx -> new AmbassadorStore(tx).known(brand, List.of(key), List.of())).stream()
                .findFirst();
    }

    /** Whom texts mean that are an id, an e-mail address or a handle; without those that mean nobody, or several. */
    public Map<String, AmbassadorId> named(BrandId brand, Set<String> texts) {
        var wanted = texts.stream().collect(Collectors.groupingBy(Ambassadors::plain));
        var found = new HashMap<String, Set<AmbassadorId>>();
        db.inBrand(brand.value(), tx -> {
            new AmbassadorStore(tx)
                    .forEachName(
                            brand,
                            (name, id) -> wanted.getOrDefault(plain(name), List.of())
                                    .forEach(text -> found.computeIfAbsent(text, _ -> new HashSet<>())
                                            .add(id)));
            return found;
        });
        return found.entrySet().stream()
                .filter(entry -> entry.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().iterator().next()));
    }

    /** Case does not matter, nor the @ before a handle. */
    private static String plain(String name) {
        var text = name.strip().toLowerCase(Locale.ROOT);
        return text.startsWith("@") ? text.substring(1) : text;
    }

    /**
     * How many there are, and how many follow them.
     *
     * @param followers of all together; who follows two is counted twice
     */
    public record Reach(long people, long followers) {}

    public Reach reach(BrandId brand) {
        return db.inBrand(brand.value(), tx -> new AmbassadorStore(tx).reach(brand));
    }

    /** All of them, the oldest first. */
    public List<AmbassadorId> everybody(BrandId brand) {
        return db.inBrand(brand.value(), tx -> new AmbassadorStore(tx).everybody(brand));
    }

    /** All who are there, newest first. */
    public List<Ambassador> list(BrandId brand, Page page) {
        return list(brand, AmbassadorFilter.ALL, page);
    }

    /** Newest first. */
    public List<Ambassador> list(BrandId brand, AmbassadorFilter filter, Page page) {
        if (AmbassadorWords.saysNothing(filter.typed())) {
            return List.of();
        }
        return db.inBrand(
                brand.value(), tx -> new AmbassadorSearchStore(tx, brand).newest(filter, page.before(), page.fetch()));
    }

    /** By name, from after the last of the page before; one more than asked for if there are more. */
    public List<Ambassador> listByName(BrandId brand, AmbassadorFilter filter, Page page) {
        if (AmbassadorWords.saysNothing(filter.typed())) {
            return List.of();
        }
        return db.inBrand(
                brand.value(), tx -> new AmbassadorSearchStore(tx, brand).byName(filter, page.before(), page.fetch()));
    }

    /** How many a filter lets through; counted no further than asked for. */
    public int count(BrandId brand, AmbassadorFilter filter, int most) {
        if (AmbassadorWords.saysNothing(filter.typed())) {
            return 0;
        }
        return db.inBrand(brand.value(), tx -> new AmbassadorSearchStore(tx, brand).count(filter, most));
    }

    /** The tags in use, in lower case. */
    public List<String> tags(BrandId brand) {
        return db.inBrand(
                brand.value(), tx -> new AmbassadorSearchStore(tx, brand).labels(AmbassadorWords.tag(""), MOST_LABELS));
    }

    /** The channels in use, in lower case. */
    public List<String> channels(BrandId brand) {
        return db.inBrand(
                brand.value(),
                tx -> new AmbassadorSearchStore(tx, brand).labels(AmbassadorWords.channel(""), MOST_LABELS));
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("ambassador");
    }
}
