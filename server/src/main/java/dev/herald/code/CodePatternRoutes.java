package dev.herald.code;

import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.campaign.CampaignRoutes;
import dev.herald.campaign.Campaigns;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import dev.herald.platform.Page;
import dev.herald.platform.Requests;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Over HTTP: what a pattern's codes look like, how hard codes are to guess, and what could take their place. */
public final class CodePatternRoutes implements HttpService {

    /** Finding what is free takes about a millisecond each. */
    private static final int MOST_REPLACEMENTS = 100;

    private static final int MOST_CODES = BulkCodes.MOST;

    private final Gate gate;
    private final Campaigns campaigns;
    private final CodePatterns patterns;
    private final CodeReplacements replacements;

    public CodePatternRoutes(Gate gate, Campaigns campaigns, CodePatterns patterns, CodeReplacements replacements) {
        this.gate = gate;
        this.campaigns = campaigns;
        this.patterns = patterns;
        this.replacements = replacements;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/code-patterns", gate.changes(Scope.ADMIN, this::show))
                .get("/v1/campaigns/{id}/guessability", gate.reads(Scope.ADMIN, this::measure))
                .get("/v1/campaigns/{id}/code-replacements", gate.reads(Scope.ADMIN, this::replace));
    }

    record PatternView(
            String pattern,
            long count,
            List<String> samples,
            BigInteger space,
            long capacity,
            int freeSymbols,
            long triesPerDay,
            double expectedHitsPerDay,
            double expectedHitsPerYear,
            String verdict,
            String detail,
            @Nullable String longerPattern) {}

    record FormView(
            String kind,
            @Nullable Integer length,
            int freeSymbols,
            long liveCodes,
            long triesPerDay,
            double expectedHitsPerDay,
            double expectedHitsPerYear,
            String verdict,
            String detail) {

        static FormView of(CodeForm form) {
            var meter = form.guessability();
            return new FormView(
                    form.memorable() ? "memorable" : "random",
                    form.length(),
                    form.free(),
                    form.codes(),
                    meter.triesADay(),
                    meter.hitsADay(),
                    meter.hitsAYear(),
                    word(meter.verdict()),
                    meter.verdict().words());
        }
    }

    private Answer show(Gate.Call call) {
        var in = Input.of(call.body());
        var text = in.text("pattern", 256);
        var count = in.integer("count", 1, MOST_CODES, 1);
        in.check();
        return switch (CodePattern.parse(text)) {
            case CodePattern.Parsed.Refused(var reason) -> {
                in.refuse("pattern", reason);
                in.check();
                throw new IllegalStateException("Refused but not faulty");
            }
            case CodePattern.Parsed.Usable(var pattern) -> {
                requireRoom(in, pattern, count);
                yield Answer.ok(view(pattern, count, patterns.samples(call.brand(), pattern)));
            }
        };
    }

    private static void requireRoom(Input in, CodePattern pattern, long count) {
        if (count > pattern.capacity()) {
            var instead = CodePatterns.holding(pattern, count)
                    .map(longer -> " " + longer + " holds enough.")
                    .orElse("");
            in.refuse(
                    "pattern",
                    "holds about %,d codes that no slip mixes up, not %,d.%s"
                            .formatted(pattern.capacity(), count, instead));
            in.check();
        }
    }

    private static PatternView view(CodePattern pattern, long count, List<String> samples) {
        var meter = new Guessability(pattern.free(), count, Guessability.STRONG_ATTACK);
        var verdict = meter.verdict();
        var longer = verdict == Guessability.Verdict.GUESSABLE
                ? CodePatterns.longer(pattern, Guessability.requiredLength(count))
                        .map(CodePattern::toString)
                        .orElse(null)
                : null;
        return new PatternView(
                pattern.toString(),
                count,
                samples,
                pattern.size(),
                pattern.capacity(),
                pattern.free(),
                meter.triesADay(),
                meter.hitsADay(),
                meter.hitsAYear(),
                word(verdict),
                verdict.words(),
                longer);
    }

    private Answer measure(Caller caller, ServerRequest request) {
        var campaign = campaigns.get(caller.brandId(), CampaignRoutes.id(request));
        return Answer.ok(Map.of(
                "data", patterns.forms(campaign).stream().map(FormView::of).toList()));
    }

    record ReplacementView(CodeView code, String instead) {}

    private Answer replace(Caller caller, ServerRequest request) {
        var campaign = campaigns.get(caller.brandId(), CampaignRoutes.id(request));
        var asked = Requests.page(request, CodeId.PREFIX);
        var page = new Page(Math.min(asked.limit(), MOST_REPLACEMENTS), asked.before());
        return Answer.ok(page.listing(
                replacements.of(campaign, page),
                one -> new ReplacementView(CodeView.of(one.code()), one.instead()),
                one -> one.code().id().toString()));
    }

    private static String word(Guessability.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
