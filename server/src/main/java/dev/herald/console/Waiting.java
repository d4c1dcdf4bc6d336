package dev.herald.console;

import dev.herald.access.Brand;
import dev.herald.access.PayoutLimits;
import dev.herald.ambassador.AmbassadorFilter;
import dev.herald.ambassador.Ambassadors;
import dev.herald.invite.Applications;
import dev.herald.job.Job;
import dev.herald.job.Jobs;
import dev.herald.platform.Page;
import dev.herald.reward.Payout;
import dev.herald.reward.Payouts;
import dev.herald.web.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What waits for somebody of the brand's staff, beside the campaigns themselves. */
public final class Waiting {

    /** More is not counted: the list behind the link tells. */
    private static final int COUNTED = 1_000;

    private static final Page LATEST_JOBS = new Page(10, Long.MAX_VALUE);

    private final Applications applications;
    private final Ambassadors ambassadors;
    private final Jobs jobs;
    private final Payouts payouts;
    private final PayoutLimits limits;

    public Waiting(
            Applications applications, Ambassadors ambassadors, Jobs jobs, Payouts payouts, PayoutLimits limits) {
        this.applications = applications;
        this.ambassadors = ambassadors;
        this.jobs = jobs;
        this.payouts = payouts;
        this.limits = limits;
    }

    List<Attention> of(Brand brand, Formats formats) {
        var found = new ArrayList<Attention>();
        var unapproved = payouts.list(
                brand.id(), Optional.of(Payout.State.AWAITING_APPROVAL), new Page(COUNTED, Long.MAX_VALUE));
        if (!unapproved.isEmpty()) {
            found.add(
                    unapproved.size() == 1
                            ? new Attention(
                                    "A payout run of "
                                            + formats.money(
                                                    unapproved.getFirst().total(),
                                                    unapproved.getFirst().currency())
                                            + " waits for approval.",
                                    "/console/payouts/" + unapproved.getFirst().id())
                            : new Attention(
                                    formats.count(unapproved.size()) + " payout runs wait for approval.",
                                    "/console/payouts"));
        }
        limits.open(brand.id())
                .ifPresent(_ -> found.add(
                        new Attention("Somebody asks to raise the payout limit.", "/console/settings#payouts")));
        var applied = applications.waiting(brand.id(), COUNTED);
        if (applied > 0) {
            found.add(new Attention(
                    people(applied, formats, "person wants", "people want") + " to become an ambassador.",
                    "/console/ambassadors/applications"));
        }
        var unopened = ambassadors.count(brand.id(), new AmbassadorFilter("", "", "", true, false, null), COUNTED);
        if (unopened > 0) {
            found.add(new Attention(
                    people(unopened, formats, "ambassador", "ambassadors") + " never opened the page with their code.",
                    "/console/ambassadors?page=" + AmbassadorQuery.NEVER_OPENED));
        }
        jobs.list(brand.id(), LATEST_JOBS).stream()
                .filter(job -> job.state() == Job.State.FAILED)
                .findFirst()
                .ifPresent(job -> found.add(
                        new Attention("Long work failed. Look why, and resume it.", "/console/jobs/" + job.id())));
        return found;
    }

    private static String people(int count, Formats formats, String one, String many) {
        return (count >= COUNTED ? "More than " : "") + formats.count(count) + " " + (count == 1 ? one : many);
    }
}
