package dev.herald.ambassador;

import dev.herald.access.BrandId;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The people who spread a brand's codes. */
public final class Ambassadors {

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
            store.insert(brand, id, draft, clock.instant());
            return store.find(brand, id).orElseThrow();
        });
    }

    /** The ambassador, or a 404. */
    public Ambassador get(BrandId brand, AmbassadorId id) {
        return db.inBrand(brand.value(), tx -> new AmbassadorStore(tx).find(brand, id))
                .orElseThrow(() -> RequestRefused.notFound("ambassador"));
    }

    /** Those of the ids that are this brand's. */
    public Map<AmbassadorId, Ambassador> find(BrandId brand, List<AmbassadorId> wanted) {
        var values = wanted.stream().map(AmbassadorId::value).toList();
        return db.inBrand(brand.value(), tx -> new AmbassadorStore(tx).find(brand, values)).stream()
                .collect(Collectors.toMap(Ambassador::id, Function.identity()));
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

    /** Newest first. */
    public List<Ambassador> list(BrandId brand, Page page) {
        return db.inBrand(brand.value(), tx -> new AmbassadorStore(tx).list(brand, page));
    }
}
