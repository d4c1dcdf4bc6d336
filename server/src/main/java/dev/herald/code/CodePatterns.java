package dev.herald.code;

import dev.herald.access.BrandId;
import dev.herald.campaign.Campaign;
import dev.herald.platform.Database;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows what codes of a pattern look like before they are made, and how hard those are to guess that were. */
public final class CodePatterns {

    static final int SAMPLES = 20;

    /** A pattern with hardly any room left shows fewer. */
    private static final int MOST_TRIES = 2_000;

    private final Database db;
    private final InstantSource clock;
    private final Codes codes;
    private final SecureRandom random = new SecureRandom();

    public CodePatterns(Database db, InstantSource clock, Codes codes) {
        this.db = db;
        this.clock = clock;
        this.codes = codes;
    }

    /** Different codes of a pattern that could be had now. */
    List<String> samples(BrandId brand, CodePattern pattern) {
        return db.inBrand(brand.value(), tx -> {
            var admission = codes.books().admission(tx, brand, clock.instant());
            return Stream.generate(() -> pattern.next(random))
                    .limit(MOST_TRIES)
                    .filter(text -> !admission.isTaken(text.skeleton()) && !Offence.inRandom(text.canonical()))
                    .map(CodeText::display)
                    .distinct()
                    .limit(SAMPLES)
                    .toList();
        });
    }

    /** What so many codes of a pattern would be like; a pattern that cannot hold them is refused with 422. */
    public PatternPreview preview(BrandId brand, String text, long count) {
        var pattern = BulkCodes.usable(text, count);
        var meter = new Guessability(pattern.free(), count, Guessability.STRONG_ATTACK);
        var isHard = meter.verdict() == Guessability.Verdict.HARD_TO_GUESS;
        var longer = longer(pattern, Guessability.requiredLength(count)).map(CodePattern::toString);
        return new PatternPreview(
                pattern.toString(),
                samples(brand, pattern),
                pattern.free(),
                isHard,
                meter.verdict().words(),
                meter.hitsAYear(),
                isHard ? null : longer.orElse(null));
    }

    /** The pattern of codes that nobody chose a pattern for: as long as keeps so many from being guessed. */
    public String usual(BrandId brand, long count) {
        return db.inBrand(brand.value(), tx -> {
            var size = codes.books().admission(tx, brand, clock.instant()).size();
            return CodePattern.ofLength(Guessability.requiredLength(size + count))
                    .toString();
        });
    }

    /** The forms of a campaign's live codes. */
    List<CodeForm> forms(Campaign campaign) {
        var now = clock.instant();
        return CodeForm.of(db.inBrand(
                campaign.brand().value(), tx -> new CodeFormStore(tx).groups(campaign.brand(), campaign.id(), now)));
    }

    /** The same pattern with so many random symbols; empty if its codes would become too long. */
    static Optional<CodePattern> longer(CodePattern pattern, int free) {
        var text = pattern.toString();
        var end = text.lastIndexOf('#') + 1;
        var longer = text.substring(0, end) + "#".repeat(Math.max(0, free - pattern.free())) + text.substring(end);
        return switch (CodePattern.parse(longer)) {
            case CodePattern.Parsed.Usable(var usable) -> Optional.of(usable);
            case CodePattern.Parsed.Refused _ -> Optional.empty();
        };
    }

    /** The shortest pattern like one that holds so many codes; empty if there is none. */
    static Optional<CodePattern> holding(CodePattern pattern, long count) {
        return Stream.iterate(pattern.free(), free -> free <= CodeText.LONGEST, free -> free + 1)
                .flatMap(free -> longer(pattern, free).stream())
                .filter(longer -> longer.capacity() >= count)
                .findFirst();
    }
}
