package dev.herald.wizard;

import dev.herald.access.Brand;
import dev.herald.ambassador.Ambassadors;
import dev.herald.console.Frame;
import dev.herald.console.Shell;
import dev.herald.planner.CampaignPlan;
import dev.herald.planner.Experiences;
import dev.herald.share.CampaignCaptions;
import dev.herald.share.Captions;
import dev.herald.web.Form;
import dev.herald.wizard.StepPage.Missing;
import dev.herald.wizard.WizardPage.State;
import dev.herald.wizard.WizardPage.StepLine;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the page of each step. */
final class StepPages {

    private final Frame frame;
    private final Ambassadors ambassadors;
    private final CodeStep codes;
    private final Experiences experiences;

    StepPages(Frame frame, Ambassadors ambassadors, CodeStep codes, Experiences experiences) {
        this.frame = frame;
        this.ambassadors = ambassadors;
        this.codes = codes;
        this.experiences = experiences;
    }

    static String address(CampaignPlan plan) {
        return "/console/campaigns/new/" + plan.id();
    }

    /** @param refusal why launching did not work; "" */
    StepPage of(Brand brand, Shell shell, Step step, Reading reading, String refusal) {
        return switch (step) {
            case GOAL -> new StepPage.Goal(page(brand, shell, step, reading), Choices.objectives());
            case PEOPLE -> people(brand, shell, reading);
            case ADVICE -> {
                var advice = reading.advice().orElse(null);
                Readings.checkChoice(reading);
                yield new StepPage.Advice(
                        page(brand, shell, step, reading),
                        advice == null ? null : AdviceView.of(advice, frame.formats(brand)),
                        Choices.strategies(advice),
                        reading.tier().stripTrailingZeros().toPlainString());
            }
            case OFFER -> {
                var example = example(brand, reading);
                yield new StepPage.Offer(
                        page(brand, shell, step, reading),
                        Choices.OFFERS,
                        currency(brand, reading),
                        brand.zone().getId(),
                        example);
            }
            case CODES -> {
                var view = codes.look(brand, reading);
                yield new StepPage.Codes(page(brand, shell, step, reading), view);
            }
            case REWARD -> {
                var example = example(brand, reading);
                Readings.checkReward(reading);
                yield new StepPage.Reward(
                        page(brand, shell, step, reading), Choices.REWARDS, currency(brand, reading), example);
            }
            case CAPTIONS -> captions(brand, shell, reading);
            case REVIEW -> review(brand, shell, reading, refusal);
        };
    }

    private StepPage people(Brand brand, Shell shell, Reading reading) {
        var reach = ambassadors.reach(brand.id());
        reading.advice();
        var currency = currency(brand, reading);
        return new StepPage.People(
                page(brand, shell, Step.PEOPLE, reading),
                Choices.members(reach.people(), reading.plan().chosen()),
                Choices.currencies(brand, currency),
                currency,
                experiences.usualOrder(brand.id(), Currency.getInstance(currency)),
                reach.people() == 0 ? "" : frame.formats(brand).count(reach.followers()));
    }

    private StepPage captions(Brand brand, Shell shell, Reading reading) {
        var preview = reading.preview().orElse(null);
        if (preview == null) {
            return new StepPage.Captions(page(brand, shell, Step.CAPTIONS, reading), List.of(), "");
        }
        reading.captions(preview);
        var page = page(brand, shell, Step.CAPTIONS, reading);
        var sample = sample(brand, reading);
        var values = Captions.values(brand, preview, sample.code(), sample.name(), link(brand, sample.code()));
        var form = withDefaults(page.form(), brand);
        var tags = new CampaignCaptions(List.of(), form.value("tag"), true);
        return new StepPage.Captions(
                new WizardPage(page.shell(), page.address(), page.step(), page.steps(), form),
                CaptionView.of(form, tags, values, frame.formats(brand)),
                sample.name());
    }

    private CodeView.Named sample(Brand brand, Reading reading) {
        return switch (codes.look(brand, reading, 1)) {
            case CodeView.Own own -> own.samples().getFirst();
            case CodeView.Tiered(var _, var own) -> own.samples().getFirst();
            case CodeView.Shared shared -> {
                var wish = CodeStep.wish(reading);
                yield new CodeView.Named(
                        "an ambassador",
                        wish.isEmpty() ? shared.suggestions().getFirst().value() : wish.toUpperCase(Locale.ROOT));
            }
            case CodeView.Random(var usual, var meter) ->
                new CodeView.Named(
                        "an ambassador",
                        meter == null || meter.samples().isEmpty()
                                ? usual
                                : meter.samples().getFirst());
            case CodeView.Unknown _ -> new CodeView.Named("an ambassador", "CODE20");
        };
    }

    /** What the link will be like; each ambassador's own leads through Herald and is shorter. */
    static String link(Brand brand, String code) {
        var shop = brand.look().shop();
        return shop.isEmpty() ? "" : shop + "?" + brand.look().parameter() + "=" + code;
    }

    static Form withDefaults(Form form, Brand brand) {
        if (!CaptionFields.all(form).isEmpty()) {
            return form;
        }
        var typed = new LinkedHashMap<>(form.typed());
        typed.putAll(CaptionFields.of(Captions.defaults(brand)));
        return new Form(typed, form.faults());
    }

    private StepPage review(Brand brand, Shell shell, Reading reading, String refusal) {
        var missing = Step.all().stream()
                .filter(reading::hasFaults)
                .map(step -> new Missing(step, why(reading, step)))
                .toList();
        var words = new ReviewWords(brand, frame.formats(brand), ambassadors.reach(brand.id()));
        var example = example(brand, reading);
        return new StepPage.Review(
                page(brand, shell, Step.REVIEW, reading),
                words.summaries(reading),
                missing.isEmpty() ? words.happens(reading, codes.look(brand, reading, 1), frame.now()) : List.of(),
                missing,
                example,
                refusal);
    }

    private static String why(Reading reading, Step step) {
        return reading.form().faults().entrySet().stream()
                .filter(fault -> step.owns(fault.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private @Nullable ExampleView example(Brand brand, Reading reading) {
        var currency = new Typed(reading.form().typed(), brand).currency();
        return reading.draft()
                .map(draft -> ExampleView.of(reading.example(draft), reading.margin(), currency, frame.formats(brand)))
                .orElse(null);
    }

    private static String currency(Brand brand, Reading reading) {
        return new Typed(reading.form().typed(), brand).currency().getCurrencyCode();
    }

    private WizardPage page(Brand brand, Shell shell, Step step, Reading reading) {
        var words = new ReviewWords(brand, frame.formats(brand), ambassadors.reach(brand.id()));
        var steps = Step.all().stream()
                .map(one -> new StepLine(one, state(reading, one), reading.isDone(one) ? words.said(reading, one) : ""))
                .toList();
        return new WizardPage(shell, address(reading.plan()), step, steps, reading.form(step));
    }

    private static State state(Reading reading, Step step) {
        if (!reading.isDone(step)) {
            return State.OPEN;
        }
        return reading.hasFaults(step) ? State.FAULTY : State.DONE;
    }
}
