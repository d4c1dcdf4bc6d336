package dev.herald.code;

import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Campaigns;
import dev.herald.job.Job;
import dev.herald.job.Jobs;
import dev.herald.platform.Database;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a brand's ambassadors members of a campaign, all or some: few at once, thousands by long work. */
public final class Memberships {

    /** The most that are made while somebody waits. */
    private static final int MOST_AT_ONCE = 500;

    private final Database db;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final CodeIssuer issuer;
    private final Jobs jobs;

    public Memberships(Database db, Campaigns campaigns, Ambassadors ambassadors, CodeIssuer issuer, Jobs jobs) {
        this.db = db;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.issuer = issuer;
        this.jobs = jobs;
    }

    /** How many members a campaign has. */
    public int count(Campaign campaign) {
        return members(campaign).size();
    }

    /**
     * Makes everybody a member who is none yet.
     *
     * @param pattern of unique codes; absent for as many random symbols as keep them from being guessed
     * @return the long work that does it, if they are many
     */
    public Optional<Job> enrollEverybody(Campaign campaign, @Nullable String pattern) {
        campaigns.requireOpen(campaign);
        var members = members(campaign);
        return enrollAll(
                campaign,
                ambassadors.everybody(campaign.brand()).stream()
                        .filter(one -> !members.contains(one))
                        .toList(),
                pattern);
    }

    /**
     * Makes these members, as far as they are there and none yet.
     *
     * @param pattern as for everybody
     * @return the long work that does it, if they are many
     */
    public Optional<Job> enroll(Campaign campaign, List<AmbassadorId> chosen, @Nullable String pattern) {
        campaigns.requireOpen(campaign);
        var members = members(campaign);
        var there = Set.copyOf(ambassadors.everybody(campaign.brand()));
        return enrollAll(
                campaign,
                chosen.stream()
                        .distinct()
                        .filter(one -> there.contains(one) && !members.contains(one))
                        .toList(),
                pattern);
    }

    private Optional<Job> enrollAll(Campaign campaign, List<AmbassadorId> wanted, @Nullable String pattern) {
        var ready = campaign.strategy().sharesCode()
                ? campaigns.withBlanketCode(campaign.brand(), campaign.id())
                : campaign;
        if (wanted.size() > MOST_AT_ONCE) {
            var order = new EnrollWork.Order(
                    campaign.id().value(),
                    wanted.stream().map(AmbassadorId::value).toList(),
                    pattern);
            return Optional.of(jobs.create(campaign.brand(), EnrollWork.KIND, order, wanted.size()));
        }
        var found = ambassadors.find(campaign.brand(), wanted);
        issuer.enroll(
                ready,
                wanted.stream().map(id -> Objects.requireNonNull(found.get(id))).toList(),
                pattern == null ? null : CodePattern.of(pattern));
        return Optional.empty();
    }

    private Set<AmbassadorId> members(Campaign campaign) {
        return db.inBrand(
                campaign.brand().value(), tx -> new EnrollmentStore(tx).members(campaign.brand(), campaign.id()));
    }
}
