package dev.herald.wizard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.herald.access.Brand;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignDraft;
import dev.herald.campaign.Campaigns;
import dev.herald.campaign.Strategy;
import dev.herald.planner.CampaignPlan;
import dev.herald.planner.Recommendation;
import dev.herald.platform.Input;
import dev.herald.platform.Json;
import dev.herald.platform.RequestRefused;
import dev.herald.share.CampaignCaptions;
import dev.herald.share.Captions;
import dev.herald.web.Form;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a plan says at present: as much of a campaign as can be made of it, and what is wrong with the rest. */
final class Reading {

    /** The planner's own, for brands that do not say. */
    private static final long USUAL_ORDER = 60;

    private static final BigDecimal USUAL_MARGIN = BigDecimal.valueOf(55);
    private static final long USUAL_SHIPPING = 5;

    /** What the API says to developers and nobody else needs. */
    private static final String FOR_DEVELOPERS = ", written without quotes or fraction";

    private final Brand brand;
    private final Campaigns campaigns;
    private final Instant now;
    private final Advising advising;
    private final CampaignPlan plan;
    private final Map<String, String> values;
    private Form form;
    private @Nullable Recommendation advice;

    /** Who becomes a member at the launch. */
    enum Members {
        EVERYBODY,
        /** Those who were chosen by name. */
        CHOSEN,
        NOBODY
    }

    /** Gives the advice for a plan in JSON; the same plan always gets the same. */
    @FunctionalInterface
    interface Advising {

        Recommendation of(ObjectNode plan, Currency currency);
    }

    /** @param defaults what stands for fields that nobody touched */
    Reading(
            Brand brand,
            Campaigns campaigns,
            Instant now,
            Advising advising,
            CampaignPlan plan,
            Map<String, String> defaults) {
        this.brand = brand;
        this.campaigns = campaigns;
        this.now = now;
        this.advising = advising;
        this.plan = plan;
        this.values = new LinkedHashMap<>(defaults);
        values.putAll(plan.typed());
        this.form = new Form(values, Map.of());
    }

    CampaignPlan plan() {
        return plan;
    }

    /** What was typed, with the faults that reading it has brought to light. */
    Form form() {
        return form;
    }

    String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** Who takes part from the launch on. */
    Members members() {
        return switch (value("members")) {
            case "everybody" -> Members.EVERYBODY;
            case "chosen" -> plan.chosen() > 0 ? Members.CHOSEN : Members.NOBODY;
            default -> Members.NOBODY;
        };
    }

    /** Only the faults of one step, and none before it was left for the first time. */
    Form form(Step step) {
        var faults = new LinkedHashMap<String, String>();
        if (isDone(step)) {
            form.faults().forEach((field, why) -> {
                if (step.owns(field)) {
                    faults.put(field, why);
                }
            });
        }
        return new Form(values, faults);
    }

    boolean isDone(Step step) {
        return !plan.value(done(step)).isEmpty();
    }

    boolean hasFaults(Step step) {
        return form.faults().keySet().stream().anyMatch(step::owns);
    }

    static String done(Step step) {
        return "done." + step.word();
    }

    /** The advice for what is known so far; empty if too little is. */
    Optional<Recommendation> advice() {
        if (advice == null) {
            var typed = new Typed(values, brand);
            var json = typed.plan(isDone(Step.OFFER), isDone(Step.REWARD));
            var read = read(typed, () -> advising.of(json, typed.currency()));
            // An offer that cannot be read yet must not stand in the way of advice: it is asked for later.
            advice = read.or(() -> Optional.of(new Typed(values, brand))
                            .map(bare -> bare.plan(false, false))
                            .filter(_ -> !hasFaults(Step.GOAL) && !hasFaults(Step.PEOPLE))
                            .flatMap(bare -> read(typed, () -> advising.of(bare, typed.currency()))))
                    .orElse(null);
        }
        return Optional.ofNullable(advice);
    }

    /** What the brand chose, or else the advice, or else what is usual for the objective. */
    Strategy strategy() {
        return Arrays.stream(Strategy.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(value("strategy")))
                .findFirst()
                .or(() -> advice().map(Recommendation::strategy))
                .orElse(Strategy.PERSONAL);
    }

    /** Percent of the ambassadors who get codes of their own if it is tiered: what was typed, or advised, or is usual. */
    BigDecimal tier() {
        return typedTier()
                .or(() -> advice().map(Recommendation::tier).map(share -> share.movePointRight(2)))
                .orElse(Campaign.USUAL_TIER.percent());
    }

    Optional<BigDecimal> typedTier() {
        return new Typed(values, brand)
                .number("tier")
                .filter(percent -> percent.signum() > 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0)
                .filter(percent -> percent.stripTrailingZeros().scale() <= 2);
    }

    /** The campaign without its own code, which is looked at by {@link CodeStep}; empty if it cannot be made yet. */
    Optional<CampaignDraft> draft() {
        var typed = new Typed(values, brand);
        var json = typed.campaign(strategy(), tier());
        return read(typed, () -> campaigns.read(input(json)));
    }

    Optional<Campaign> preview() {
        return draft().map(draft -> draft.preview(brand.id(), now));
    }

    /** The captions for a campaign; empty if one cannot be saved. */
    Optional<CampaignCaptions> captions(Campaign campaign) {
        var defaults = Captions.defaults(brand);
        if (CaptionFields.all(form).isEmpty()) {
            return Optional.of(defaults);
        }
        var typed = new Typed(values, brand);
        var json = typed.captions();
        try {
            var read = Captions.read(input(json), brand, campaign);
            return Optional.of(
                    read.templates().equals(defaults.templates())
                            ? new CampaignCaptions(defaults.templates(), read.tag(), false)
                            : read);
        } catch (RequestRefused refused) {
            form = CaptionFields.placed(form, Form.EMPTY.refused(refused.problem()));
            return Optional.empty();
        }
    }

    /** An order of the usual size, with the offer and the reward as they stand. */
    MarginRules.Example example(CampaignDraft draft) {
        var typed = new Typed(values, brand);
        var unit = Math.powExact(10L, Math.max(0, typed.currency().getDefaultFractionDigits()));
        return MarginRules.example(
                typed.minor("average_order").orElse(USUAL_ORDER * unit),
                margin(),
                draft.offer(),
                USUAL_SHIPPING * unit,
                draft.limits().minimumOrder(),
                reward());
    }

    /** In percent. */
    BigDecimal margin() {
        return new Typed(values, brand)
                .number("margin")
                .filter(percent -> percent.compareTo(BigDecimal.valueOf(100)) <= 0)
                .orElse(USUAL_MARGIN);
    }

    MarginRules.Reward reward() {
        var typed = new Typed(values, brand);
        return switch (value("reward.type")) {
            case "flat" -> new MarginRules.Reward(typed.minor("reward.value").orElse(0), BigDecimal.ZERO);
            case "percent" ->
                new MarginRules.Reward(
                        0,
                        typed.number("reward.value")
                                .filter(percent -> percent.compareTo(BigDecimal.valueOf(100)) <= 0)
                                .orElse(BigDecimal.ZERO));
            default -> MarginRules.Reward.NONE;
        };
    }

    void refuse(String field, String why) {
        form = form.refused(field, why);
    }

    private <T> Optional<T> read(Typed typed, Supplier<T> reading) {
        typed.form().faults().forEach(this::refuse);
        try {
            var read = reading.get();
            return typed.form().hasFaults() ? Optional.empty() : Optional.of(read);
        } catch (RequestRefused refused) {
            Form.EMPTY.refused(refused.problem()).faults().forEach((field, why) -> refuse(field, forPeople(why)));
            return Optional.empty();
        }
    }

    static String forPeople(String why) {
        return why.replace(FOR_DEVELOPERS, "");
    }

    private static Input input(ObjectNode json) {
        return Input.of(Json.bytes(json));
    }
}
