package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.campaign.Campaign;
import dev.herald.platform.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Judges the rows of an imported file one after the other, and gathers the codes that come of them. */
final class ImportBatch {

    private static final int AT_A_TIME = 10_000;

    /** Some thousand codes to be stored at once, with their ends and what keeps others away from them. */
    record Part(List<NewCode> codes, Map<CodeId, Instant> ends, List<CodeImportStore.Key> keys) {

        Part {
            codes = List.copyOf(codes);
            ends = Map.copyOf(ends);
            keys = List.copyOf(keys);
        }
    }

    private final Campaign campaign;
    private final Admission admission;
    private final Ids ids;
    private final Instant now;
    private final Map<String, Long> lines = new HashMap<>();
    private final List<NewCode> accepted = new ArrayList<>();
    private final List<ImportRules.Understood.Refused> refused = new ArrayList<>();
    private int separated;

    ImportBatch(Campaign campaign, Admission admission, Ids ids, Instant now) {
        this.campaign = campaign;
        this.admission = admission;
        this.ids = ids;
        this.now = now;
    }

    BrandId brand() {
        return campaign.brand();
    }

    Instant at() {
        return now;
    }

    void add(ImportRules.Understood row) {
        switch (row) {
            case ImportRules.Understood.Refused refusal -> refused.add(refusal);
            case ImportRules.Understood.Wanted wanted -> judge(wanted);
        }
    }

    /** In the order of the file. */
    List<ImportRules.Understood.Refused> refused() {
        return List.copyOf(refused);
    }

    ImportSummary.Counts counts() {
        return new ImportSummary.Counts(separated, accepted.size() - separated);
    }

    List<Part> parts() {
        return IntStream.range(0, Math.ceilDiv(accepted.size(), AT_A_TIME))
                .mapToObj(part ->
                        part(accepted.subList(part * AT_A_TIME, Math.min(accepted.size(), (part + 1) * AT_A_TIME))))
                .toList();
    }

    private void judge(ImportRules.Understood.Wanted wanted) {
        var skeleton = wanted.text().skeleton();
        var earlier = lines.putIfAbsent(skeleton, wanted.row().line());
        if (earlier != null) {
            refused.add(new ImportRules.Understood.Refused(
                    wanted.row(),
                    "Twice in the file: line " + earlier + " has the same code, or one that looks the same."));
        } else if (admission.isTaken(skeleton)) {
            refused.add(new ImportRules.Understood.Refused(wanted.row(), Objection.TAKEN.detail()));
        } else {
            accept(wanted);
        }
    }

    private void accept(ImportRules.Understood.Wanted wanted) {
        var apart = !admission.isCrowdedAround(wanted.text());
        separated += apart ? 1 : 0;
        var code = new PromoCode(
                new CodeId(ids.next()),
                campaign.id(),
                wanted.owner(),
                wanted.owner() == null ? PromoCode.Kind.BLANKET : PromoCode.Kind.PERSONAL,
                wanted.text().canonical(),
                wanted.text().display(),
                PromoCode.Status.LIVE,
                apart,
                wanted.expiresAt(),
                null);
        var skeleton = wanted.text().skeleton();
        admission.add(new CodeBook.Entry(0, code.id(), skeleton, code.text(), true, apart, code.expiresAt()));
        accepted.add(new NewCode(code, skeleton));
    }

    private Part part(List<NewCode> codes) {
        var ends = new HashMap<CodeId, Instant>();
        var keys = new ArrayList<CodeImportStore.Key>();
        for (var one : codes) {
            var end = one.code().expiresAt();
            if (end != null) {
                ends.put(one.code().id(), end);
            }
            // A code that has been gone for long keeps nobody away, another row of the file neither.
            if (one.code().separated() && (end == null || now.isBefore(end.plus(CodeList.KEPT_AWAY)))) {
                var hashes = new LinkedHashSet<Long>();
                DeletionKeys.forEach(one.skeleton(), 1, hashes::add);
                hashes.forEach(
                        hash -> keys.add(new CodeImportStore.Key(one.code().id(), hash)));
            }
        }
        return new Part(codes, ends, keys);
    }
}
