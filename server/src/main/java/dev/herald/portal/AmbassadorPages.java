package dev.herald.portal;

import dev.herald.ambassador.Ambassadors;
import dev.herald.attribution.Posts;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Campaigns;
import dev.herald.code.CodeId;
import dev.herald.code.Codes;
import dev.herald.code.Enrollment;
import dev.herald.code.PromoCode;
import dev.herald.insight.Insights;
import dev.herald.insight.OwnFigures;
import dev.herald.portal.AmbassadorPage.Choice;
import dev.herald.portal.AmbassadorPage.Figure;
import dev.herald.portal.AmbassadorPage.Line;
import dev.herald.portal.AmbassadorPage.Link;
import dev.herald.portal.AmbassadorPage.Picture;
import dev.herald.portal.AmbassadorPage.Posted;
import dev.herald.portal.AmbassadorPage.Ticket;
import dev.herald.portal.Visits.Visit;
import dev.herald.reward.Rewards;
import dev.herald.share.BrandImage;
import dev.herald.share.BrandImages;
import dev.herald.share.Captions;
import dev.herald.share.Links;
import dev.herald.share.QrCode;
import dev.herald.share.ShortLink;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Gathers what an ambassador's page shows. */
public final class AmbassadorPages {

    private static final int LATEST = 5;
    private static final int MOST_PICTURES = 12;

    /** An enrollment with its campaign. */
    private record Membership(Enrollment enrollment, Campaign campaign) {

        PromoCode code() {
            return enrollment.code();
        }

        String id() {
            return enrollment.id().toString();
        }

        boolean isShared() {
            return code().kind() == PromoCode.Kind.BLANKET;
        }
    }

    private final Ambassadors ambassadors;
    private final Campaigns campaigns;
    private final Codes codes;
    private final Insights insights;
    private final OwnFigures figures;
    private final Standings standings;
    private final Links links;
    private final Captions captions;
    private final BrandImages images;
    private final Posts posts;
    private final OwnRewards rewards;
    private final InstantSource clock;

    public AmbassadorPages(
            Ambassadors ambassadors,
            Campaigns campaigns,
            Codes codes,
            Figures of,
            Sharing sharing,
            InstantSource clock) {
        this.ambassadors = ambassadors;
        this.campaigns = campaigns;
        this.codes = codes;
        this.insights = of.insights();
        this.figures = of.own();
        this.standings = new Standings(of.insights(), clock);
        this.links = sharing.links();
        this.captions = sharing.captions();
        this.images = sharing.images();
        this.posts = sharing.posts();
        this.rewards = new OwnRewards(of.rewards(), of.own(), clock);
        this.clock = clock;
    }

    /** What tells how codes do. */
    public record Figures(Insights insights, OwnFigures own, Rewards rewards) {}

    /** What codes are spread with. */
    public record Sharing(Links links, Captions captions, BrandImages images, Posts posts) {}

    /**
     * What became of what was typed on the page.
     *
     * @param wish for another code
     * @param post that was told
     */
    record Tried(UnaryOperator<Choice> wish, UnaryOperator<Posted> post) {

        static final Tried NOTHING = new Tried(UnaryOperator.identity(), UnaryOperator.identity());

        static Tried wishing(UnaryOperator<Choice> tried) {
            return new Tried(tried, UnaryOperator.identity());
        }

        static Tried posting(UnaryOperator<Posted> tried) {
            return new Tried(UnaryOperator.identity(), tried);
        }
    }

    AmbassadorPage page(Visit visit, Around around, String wanted, Tried tried) {
        var brand = visit.brand();
        var ambassador = ambassadors.get(brand.id(), visit.ambassador());
        var rules = new TicketRules(visit.texts(), visit.formats(), clock.instant());
        var all = codes.enrollmentsOf(brand.id(), ambassador.id()).stream()
                .map(one -> new Membership(one, campaigns.get(brand.id(), one.campaign())))
                .toList();
        var going = all.stream().filter(one -> !isOver(one)).toList();
        var shown = shown(going, wanted);
        return new AmbassadorPage(
                around,
                TicketRules.callName(ambassador.name()),
                brand.name(),
                visit.address(),
                shown.map(one -> ticket(visit, rules, one, ambassador.name(), tried))
                        .orElse(null),
                going.stream()
                        .filter(one -> shown.stream().noneMatch(one::equals))
                        .map(one -> line(visit, one, rules.state(one.campaign(), one.code())))
                        .toList(),
                past(visit, rules, all.stream().filter(this::isOver).toList()),
                images.of(brand.id()).stream()
                        .limit(MOST_PICTURES)
                        .map(image -> picture(visit, image))
                        .toList(),
                YearMonth.from(clock.instant().atZone(brand.zone())).toString());
    }

    private static Picture picture(Visit visit, BrandImage image) {
        var megabytes = Math.max(.01, image.size() / 1e6);
        return new Picture(image.address(), image.name(), visit.formats().rate(megabytes) + " MB");
    }

    /** The one asked for, or the newest that works, or the newest that will. */
    private Optional<Membership> shown(List<Membership> going, String wanted) {
        return going.stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .or(() -> going.stream()
                        .filter(one -> one.campaign().shownState(clock.instant()) == Campaign.State.RUNNING)
                        .findFirst())
                .or(() -> going.stream().findFirst());
    }

    private Ticket ticket(Visit visit, TicketRules rules, Membership one, String name, Tried tried) {
        var brand = visit.brand();
        var campaign = one.campaign();
        var code = one.code();
        var counted = counted(visit, one);
        var used = insights.uses(brand.id(), counted).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        var link = campaign.state() == Campaign.State.DRAFT
                ? Optional.<ShortLink>empty()
                : Optional.of(links.of(brand.id(), one.enrollment()));
        var address = link.map(to -> visit.origin() + to.path()).orElse("");
        var standing = one.isShared()
                ? Optional.<Standing>empty()
                : standings.of(brand.id(), campaign.id(), visit.ambassador());
        var shownFigures = new ArrayList<Figure>(List.of(rules.used(used)));
        var credited = one.isShared() ? figures.credited(brand.id(), visit.ambassador(), campaign.id()) : 0;
        if (credited > 0) {
            shownFigures.add(rules.credited(credited));
        }
        link.ifPresent(to -> shownFigures.add(
                rules.clicks(links.clicks(brand.id(), List.of(to)).getOrDefault(to.id(), 0L))));
        if (!one.isShared()) {
            shownFigures.add(rules.rank(standing));
        }
        var filled = captions.of(brand, campaign)
                .filled(Captions.values(brand, campaign, code.display(), TicketRules.callName(name), address));
        var today = LocalDate.ofInstant(clock.instant(), brand.zone());
        return new Ticket(
                one.id(),
                campaign.name(),
                rules.isLive(campaign, code),
                rules.state(campaign, code),
                rules.offer(campaign, code),
                code.display(),
                link.map(to -> shared(visit, one, to)).orElse(null),
                shownFigures,
                one.isShared() ? visit.texts().say("used.shared") : "",
                new DayRules(visit.texts(), visit.formats())
                        .days(figures.days(brand.id(), counted, today.minusDays(DayRules.DAYS - 1L)), today),
                new CaptionCards(visit.texts(), visit.formats()).cards(filled, code.display()),
                one.isShared() ? null : rules.place(standing),
                one.isShared() && credited == 0 ? null : rules.latest(rewards.latest(visit, campaign, LATEST)),
                one.isShared() && credited == 0
                        ? null
                        : rewards.earnings(visit, campaign, one.isShared()).orElse(null),
                one.isShared() ? null : tried.wish().apply(Choice.open(visit.address() + "/code", one.id())),
                one.isShared() ? tried.post().apply(posted(visit, one)) : null);
    }

    private Posted posted(Visit visit, Membership one) {
        return new Posted(
                visit.address() + "/posts",
                one.id(),
                visit.brand().zone().getId(),
                "",
                "",
                posts.of(one.campaign(), visit.ambassador()).stream()
                        .limit(LATEST)
                        .map(post -> new Posted.Told(
                                post.id().toString(), visit.formats().time(post.postedAt())))
                        .toList());
    }

    /** What has been earned so far; empty where nothing is promised and nothing was earned. */
    Optional<Earnings> earnings(Visit visit, Watched watched) {
        return rewards.earnings(visit, watched.campaign(), watched.isShared());
    }

    /** Codes whose uses are the ambassador's, or everybody's if all share one. */
    private List<CodeId> counted(Visit visit, Membership one) {
        return one.isShared()
                ? List.of(one.code().id())
                : figures.codesOf(
                        visit.brand().id(), visit.ambassador(), one.campaign().id());
    }

    /** Codes whose uses are told, and the campaign in which they earn; whether it is the code that all share. */
    record Watched(List<CodeId> codes, Campaign campaign, boolean isShared) {}

    /** What the open page of an enrollment watches; empty if it is none of this ambassador's. */
    Optional<Watched> watched(Visit visit) {
        return codes.enrollmentsOf(visit.brand().id(), visit.ambassador()).stream()
                .filter(one -> one.id().toString().equals(visit.wanted()))
                .findFirst()
                .map(one -> new Membership(one, campaigns.get(visit.brand().id(), one.campaign())))
                .map(one -> new Watched(counted(visit, one), one.campaign(), one.isShared()));
    }

    private Link shared(Visit visit, Membership one, ShortLink link) {
        var texts = visit.texts();
        var address = visit.origin() + link.path();
        var code = one.code().display();
        var offer = new OfferWords(texts, visit.formats()).offer(one.campaign());
        return new Link(
                address,
                address.replaceFirst("^https?://", ""),
                link.page(),
                QrCode.of(address).svg(),
                texts.say(visit.brand().look().shop().isEmpty() ? "link.help.page" : "link.help"),
                texts.say("share.text", code, offer, visit.brand().name()));
    }

    private List<Line> past(Visit visit, TicketRules rules, List<Membership> over) {
        var used = insights.uses(
                visit.brand().id(), over.stream().map(one -> one.code().id()).toList());
        return over.stream()
                .map(one ->
                        line(visit, one, rules.uses(used.getOrDefault(one.code().id(), 0L))))
                .toList();
    }

    private static Line line(Visit visit, Membership one, String said) {
        return new Line(
                visit.address() + "?of=" + one.id(),
                one.campaign().name(),
                one.code().display(),
                said);
    }

    private boolean isOver(Membership one) {
        return TicketRules.isOver(one.campaign().shownState(clock.instant()));
    }
}
