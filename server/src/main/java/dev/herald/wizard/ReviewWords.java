package dev.herald.wizard;

import dev.herald.access.Brand;
import dev.herald.ambassador.Ambassadors.Reach;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Limits;
import dev.herald.campaign.Objective;
import dev.herald.campaign.Strategy;
import dev.herald.planner.Recommendation;
import dev.herald.platform.Input;
import dev.herald.reward.RewardPlanInput;
import dev.herald.web.Formats;
import dev.herald.web.Words;
import dev.herald.wizard.StepPage.Line;
import dev.herald.wizard.StepPage.Summary;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Says what was decided, step by step, and what launching will do. */
record ReviewWords(Brand brand, Formats formats, Reach reach) {

    List<Summary> summaries(Reading reading) {
        return Step.all().stream()
                .filter(step -> step != Step.REVIEW)
                .map(step -> new Summary(step, lines(reading, step)))
                .toList();
    }

    /** A step's decision in a few words. */
    String said(Reading reading, Step step) {
        return switch (step) {
            case GOAL -> reading.value("name");
            case PEOPLE -> {
                var many = reading.value("ambassadors");
                yield many.isEmpty() ? "" : many.equals("1") ? "1 ambassador" : many + " ambassadors";
            }
            case ADVICE -> Words.strategy(reading.strategy());
            case OFFER ->
                reading.preview().map(one -> Words.offer(one, formats)).orElse("");
            case CODES ->
                switch (reading.strategy()) {
                    case BLANKET -> orElse(CodeStep.wish(reading), "Herald's suggestion");
                    case UNIQUE -> orElse(reading.value("pattern"), "Random codes");
                    case PERSONAL -> "Names, such as MIA20";
                    case TIERED -> "Names, and " + orElse(CodeStep.wish(reading), "a shared code");
                };
            case REWARD -> reward(reading);
            case CAPTIONS -> {
                var own = CaptionFields.numbers(reading.form()).size();
                yield own == 0 ? "Herald's own" : own == 1 ? "1 caption" : own + " captions";
            }
            case REVIEW -> "";
        };
    }

    private List<Line> lines(Reading reading, Step step) {
        return switch (step) {
            case GOAL -> List.of(new Line("Name", reading.value("name")), new Line("Goal", objective(reading)));
            case PEOPLE ->
                List.of(new Line("Takes part", takesPart(reading)), new Line("Planned for", said(reading, step)));
            case ADVICE -> advice(reading);
            case OFFER -> offer(reading);
            case CODES -> List.of(new Line("Codes", said(reading, step)));
            case REWARD -> {
                var lines = new ArrayList<>(rewardPlan(reading));
                lines.add(new Line("Credit", CreditFields.words(reading.form())));
                yield lines;
            }
            case CAPTIONS -> {
                var tag = StepPages.withDefaults(reading.form(), brand).value("tag");
                yield List.of(
                        new Line("To post", said(reading, step)),
                        new Line("Disclosure", tag.isEmpty() ? "#ad" : "#ad and " + tag));
            }
            case REVIEW -> List.of();
        };
    }

    private List<Line> advice(Reading reading) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("Codes are given as", Words.strategy(reading.strategy())));
        if (reading.strategy() == Strategy.TIERED) {
            lines.add(new Line(
                    "Codes of their own",
                    reading.tier().stripTrailingZeros().toPlainString() + "% with the most followers"));
        }
        reading.advice()
                .ifPresent(advice -> lines.add(new Line(
                        "Advice",
                        Words.strategy(advice.strategy()) + ", "
                                + AdviceView.sure(advice.confidence()).toLowerCase(Locale.ROOT) + " ("
                                + formats.percent(advice.confidence()) + ")")));
        if (isOverridden(reading)) {
            lines.add(new Line("Why not the advice", reading.value("reason")));
        }
        return lines;
    }

    private static boolean isOverridden(Reading reading) {
        return reading.advice().map(Recommendation::strategy).orElse(reading.strategy()) != reading.strategy();
    }

    private List<Line> offer(Reading reading) {
        var lines = new ArrayList<Line>();
        reading.preview().ifPresent(campaign -> {
            lines.add(new Line("Buyers get", Words.offer(campaign, formats)));
            lines.add(new Line("From", formats.time(campaign.startsAt()).shown()));
            lines.add(new Line(
                    "Until",
                    campaign.endsAt().equals(Campaign.NO_END)
                            ? "Open end"
                            : formats.time(campaign.endsAt()).shown()));
            lines.addAll(limits(campaign));
        });
        return lines;
    }

    private List<Line> limits(Campaign campaign) {
        var limits = campaign.limits();
        var lines = new ArrayList<Line>();
        count(lines, "Each customer", limits.perCustomer());
        count(lines, "Each code", limits.perCode());
        count(lines, "All codes together", limits.perCampaign());
        if (limits.firstOrderOnly()) {
            lines.add(new Line("Only for", "First orders"));
        }
        if (limits.minimumOrder() > 0) {
            lines.add(new Line("Orders from", formats.money(limits.minimumOrder(), campaign.currency())));
        }
        if (limits.budget() != Limits.NONE) {
            lines.add(new Line("Discounts at most", formats.money(limits.budget(), campaign.currency())));
        }
        return lines;
    }

    private void count(List<Line> lines, String name, long most) {
        if (most != Limits.NONE) {
            lines.add(new Line(name, most == 1 ? "Once" : formats.count(most) + " times"));
        }
    }

    /** What launching does, in the order in which it happens. */
    List<String> happens(Reading reading, CodeView codes, Instant now) {
        var said = new ArrayList<String>();
        reading.preview().ifPresent(campaign -> {
            said.add(
                    campaign.startsAt().isAfter(now)
                            ? "The codes work from "
                                    + formats.time(campaign.startsAt()).shown() + " on."
                            : "The codes work at once.");
            said.add(members(reading, codes));
            said.add(
                    campaign.endsAt().equals(Campaign.NO_END)
                            ? "The campaign goes on until you end it."
                            : "It ends by itself on "
                                    + formats.time(campaign.endsAt()).shown() + ".");
            said.add("Offer, goal and kind of codes are fixed then; name, end and limits can still change.");
        });
        return said;
    }

    private String takesPart(Reading reading) {
        return switch (reading.members()) {
            case EVERYBODY -> "Everybody, " + formats.count(reach.people());
            case CHOSEN -> Choices.chosenPeople(reading.plan().chosen());
            case NOBODY -> "Nobody yet";
        };
    }

    private String members(Reading reading, CodeView codes) {
        return switch (reading.members()) {
            case EVERYBODY -> given(reading, codes, reach.people(), "Your ambassador", "All %s ambassadors");
            case CHOSEN ->
                given(
                        reading,
                        codes,
                        reading.plan().chosen(),
                        "The ambassador you chose",
                        "The %s ambassadors you chose");
            case NOBODY -> "Nobody is a member yet: add ambassadors on the campaign's page.";
        };
    }

    private String given(Reading reading, CodeView codes, long people, String one, String many) {
        var gets = people == 1 ? one + " gets" : many.formatted(formats.count(people)) + " get";
        return switch (codes) {
            case CodeView.Shared _ -> gets + " the shared code, with captions, on their own page.";
            case CodeView.Own own ->
                gets + " a code, such as " + own.samples().getFirst().code() + ", on their own page.";
            case CodeView.Tiered(var _, var own) ->
                reading.tier().stripTrailingZeros().toPlainString()
                        + "% of your ambassadors, those with the most followers, get a code such as "
                        + own.samples().getFirst().code() + "; the others share one. All find theirs on their pages.";
            case CodeView.Random _, CodeView.Unknown _ -> gets + " a random code, on their own page.";
        };
    }

    private String objective(Reading reading) {
        return Arrays.stream(Objective.values())
                .filter(one -> Choices.word(one).equals(reading.value("objective")))
                .map(Choices::title)
                .findFirst()
                .orElse("");
    }

    private List<Line> rewardPlan(Reading reading) {
        var campaign = reading.preview().orElse(null);
        if (campaign == null || campaign.reward() == null) {
            return List.of(new Line("Promise", reward(reading)));
        }
        var json = Input.of(campaign.reward().getBytes(StandardCharsets.UTF_8));
        return new RewardLines(formats, campaign.currency()).of(RewardPlanInput.read(json, campaign.currency()));
    }

    private String reward(Reading reading) {
        var reward = reading.reward();
        if (reward.flat() > 0) {
            var currency = new Typed(reading.form().typed(), brand).currency();
            return formats.money(reward.flat(), currency) + " for each order";
        }
        return reward.percent().signum() > 0
                ? reward.percent().stripTrailingZeros().toPlainString() + "% of each order"
                : "No reward";
    }

    private static String orElse(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
