package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.campaign.CampaignId;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.Page;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A campaign's codes as its staff looks through them, up to millions. */
public final class CodeSearches {

    /** How many codes a page may look at where some have to be passed over. */
    static final int LOOKED_AT = 1_000;

    /** How far the clocks of two servers may be apart. */
    private static final Duration CLOCKS = Duration.ofMinutes(2);

    private final Database db;
    private final InstantSource clock;

    public CodeSearches(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * One page: newest first, or by their texts where a text is looked for.
     *
     * @param next the id below which it goes on; 0 if there is no more, or none that a page could go on to
     * @param cutShort whether looking ended before all were seen
     */
    public record Found(List<CodeLine> lines, long next, boolean cutShort) {

        public Found {
            lines = List.copyOf(lines);
        }
    }

    public Found find(BrandId brand, CampaignId campaign, CodeFilter filter, Page page) {
        return db.inBrand(brand.value(), tx -> {
            var store = new CodeSearchStore(tx, brand, campaign);
            return filter.text().isEmpty() ? listed(store, filter, page) : spelt(store, filter, page);
        });
    }

    private Found listed(CodeSearchStore store, CodeFilter filter, Page page) {
        var looksOn = filter.kept() != CodeFilter.Kept.ALL || filter.job() != null;
        var most = looksOn ? LOOKED_AT : page.fetch();
        var seen = seen(store, filter, page, most);
        var wanted = seen.stream()
                .filter(line -> filter.wants(line, clock.instant()))
                .toList();
        if (wanted.size() > page.limit()) {
            var shown = wanted.subList(0, page.limit());
            return new Found(shown, shown.getLast().code().id().value(), false);
        }
        return seen.size() < most
                ? new Found(wanted, 0, false)
                : new Found(wanted, seen.getLast().code().id().value(), true);
    }

    private static List<CodeLine> seen(CodeSearchStore store, CodeFilter filter, Page page, int most) {
        var job = filter.job();
        if (job != null) {
            var until = job.until();
            var before = until == null ? page.before() : Math.min(page.before(), Ids.first(until.plus(CLOCKS)));
            return store.newest(Ids.first(job.from().minus(CLOCKS)), before, most);
        }
        if (filter.owner() != null) {
            return store.of(filter.owner(), page.before(), most);
        }
        return filter.kept() == CodeFilter.Kept.ENDED
                ? store.withEnd(page.before(), most)
                : store.newest(0, page.before(), most);
    }

    private Found spelt(CodeSearchStore store, CodeFilter filter, Page page) {
        var begin = Spelling.canonical(filter.text()).map(Spelling::skeleton);
        if (begin.isEmpty()) {
            return new Found(List.of(), 0, false);
        }
        var seen = store.beginningWith(begin.get(), LOOKED_AT);
        var wanted = seen.stream()
                .flatMap(Optional::stream)
                .filter(line -> filter.wants(line, clock.instant()))
                .toList();
        var shown = wanted.subList(0, Math.min(page.limit(), wanted.size()));
        return new Found(shown, 0, seen.size() == LOOKED_AT || shown.size() < wanted.size());
    }
}
