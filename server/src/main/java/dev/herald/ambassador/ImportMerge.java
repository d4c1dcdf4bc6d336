package dev.herald.ambassador;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells the rows of some new ambassadors from those that mean somebody who is there, and puts both together. */
final class ImportMerge {

    private final AmbassadorImports.Existing existing;
    private final Supplier<AmbassadorId> ids;
    private final Map<String, AmbassadorId> byEmail = new HashMap<>();
    private final Map<String, AmbassadorId> byHandle = new HashMap<>();
    private final Map<AmbassadorId, AmbassadorDraft> before = new HashMap<>();
    private final Map<AmbassadorId, AmbassadorDraft> created = new LinkedHashMap<>();
    private final Map<AmbassadorId, AmbassadorDraft> updated = new LinkedHashMap<>();
    private int skipped;

    /** @param known those who are there; of two with the same address the first counts */
    ImportMerge(AmbassadorImports.Existing existing, Supplier<AmbassadorId> ids, Collection<Ambassador> known) {
        this.existing = existing;
        this.ids = ids;
        known.forEach(one -> remember(one.id(), one.draft()));
    }

    void add(List<ImportRules.Wanted> rows) {
        rows.forEach(this::add);
    }

    private void add(ImportRules.Wanted row) {
        var found = match(row);
        if (found.isEmpty()) {
            var id = ids.get();
            created.put(id, row.typed().draft());
            remember(id, row.typed().draft());
            return;
        }
        var id = found.get();
        var over = row.over(before(id));
        if (created.containsKey(id)) {
            created.put(id, over);
            before.put(id, over);
        } else if (existing == AmbassadorImports.Existing.UPDATE) {
            updated.put(id, over);
            before.put(id, over);
        } else {
            skipped++;
        }
    }

    /** By the address; by the handle only where one of the two has no address that could contradict. */
    private Optional<AmbassadorId> match(ImportRules.Wanted row) {
        return row.emailKey()
                .map(byEmail::get)
                .or(() -> row.handleKey()
                        .map(byHandle::get)
                        .filter(id -> row.typed().email() == null || before(id).email() == null));
    }

    private AmbassadorDraft before(AmbassadorId id) {
        return Objects.requireNonNull(before.get(id));
    }

    private void remember(AmbassadorId id, AmbassadorDraft draft) {
        before.put(id, draft);
        if (draft.email() != null) {
            byEmail.putIfAbsent(ImportRules.emailKey(draft.email()), id);
        }
        if (draft.handle() != null) {
            byHandle.putIfAbsent(ImportRules.handleKey(draft.handle()), id);
        }
    }

    Map<AmbassadorId, AmbassadorDraft> created() {
        return created;
    }

    Map<AmbassadorId, AmbassadorDraft> updated() {
        return updated;
    }

    int skipped() {
        return skipped;
    }
}
