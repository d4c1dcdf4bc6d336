package dev.herald.invite;

import dev.herald.access.Access;
import dev.herald.access.Brand;
import dev.herald.access.BrandId;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorFilter;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.code.Codes;
import dev.herald.code.Enrollment;
import dev.herald.job.Job;
import dev.herald.job.Jobs;
import dev.herald.job.Progress;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import dev.herald.web.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Magic links by mail. A mail is handed to the server once: only a crash between the server's word and ours can repeat
 * it, and then with the same Message-ID.
 */
public final class Invitations implements AutoCloseable {

    /** So that two clicks, or two people, do not write to the same person twice. */
    private static final Duration BETWEEN = Duration.ofHours(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int MOST_ATTEMPTS = 5;
    private static final int AT_A_TIME = 1_000;
    private static final int MOST_SHOWN = 20;

    /**
     * What came of a wish to invite some people.
     *
     * @param queued how many get mail now
     * @param unreachable how many have no address
     * @param unwilling how many want no mail
     * @param recent how many were written to a moment ago
     */
    public record Invited(
            int queued,
            int unreachable,
            int unwilling,
            int recent,
            @Nullable Job job) {}

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Access access;
    private final Ambassadors ambassadors;
    private final Codes codes;
    private final Jobs jobs;
    private final MailServer server;
    private final Mailer mailer;

    public Invitations(
            Database db,
            Ids ids,
            InstantSource clock,
            Access access,
            Ambassadors ambassadors,
            Codes codes,
            Jobs jobs,
            MailServer server) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.access = access;
        this.ambassadors = ambassadors;
        this.codes = codes;
        this.jobs = jobs;
        this.server = server;
        this.mailer = new Mailer(server);
    }

    /** Whether there is a mail server; without one, links are copied and sent by hand. */
    public boolean canMail() {
        return server.isPresent();
    }

    /** @param origin where this server is reached, for the links */
    public Invited invite(BrandId brand, Collection<AmbassadorId> wanted, String origin) {
        if (!canMail()) {
            throw new RequestRefused(
                    409, "no_mail_server", "There is no mail server. Start Herald with --smtp and --mail-from.");
        }
        return db.inBrand(brand.value(), tx -> {
            var store = new InvitationStore(tx, brand);
            var found = ambassadors.find(brand, List.copyOf(wanted)).values().stream()
                    .filter(one -> !one.isRemoved())
                    .toList();
            var latest = store.latest(found.stream().map(Ambassador::id).toList()).stream()
                    .collect(Collectors.toMap(Invitation::ambassador, Function.identity()));
            var unreachable = count(found, one -> one.email() == null);
            var unwilling = count(found, one -> one.email() != null && one.unsubscribedAt() != null);
            var welcome = found.stream().filter(Ambassador::canBeMailed).toList();
            var invited = new LinkedHashMap<InvitationId, Ambassador>();
            welcome.stream()
                    .filter(one -> !isRecent(latest.get(one.id())))
                    .forEach(one -> invited.put(new InvitationId(ids.next()), one));
            Job job = null;
            if (!invited.isEmpty()) {
                job = jobs.create(brand, InviteWork.KIND, new InviteWork.Order(origin), invited.size());
                store.insert(job.id(), invited, clock.instant());
            }
            return new Invited(invited.size(), unreachable, unwilling, welcome.size() - invited.size(), job);
        });
    }

    /** Everybody who never opened his page. */
    public Invited inviteUnopened(BrandId brand, String origin) {
        var filter = new AmbassadorFilter("", "", "", true, false, null);
        var all = new ArrayList<AmbassadorId>();
        var page = new Page(AT_A_TIME, Long.MAX_VALUE);
        while (true) {
            var some = ambassadors.list(brand, filter, page);
            some.stream().limit(AT_A_TIME).map(Ambassador::id).forEach(all::add);
            if (some.size() <= AT_A_TIME) {
                return invite(brand, all, origin);
            }
            page = new Page(AT_A_TIME, all.getLast().value());
        }
    }

    /** The latest invitation of each who ever got one. */
    public Map<AmbassadorId, Invitation> latest(BrandId brand, List<AmbassadorId> wanted) {
        return db.inBrand(brand.value(), tx -> new InvitationStore(tx, brand).latest(wanted)).stream()
                .collect(Collectors.toMap(Invitation::ambassador, Function.identity()));
    }

    /** Somebody's invitations, the latest first. */
    public List<Invitation> of(BrandId brand, AmbassadorId ambassador) {
        return db.inBrand(brand.value(), tx -> new InvitationStore(tx, brand).of(ambassador, MOST_SHOWN));
    }

    /** Sends the next mail of a job. */
    Progress next(Job job, InviteWork.Order order) {
        return db.inBrand(job.brand().value(), tx -> {
            var store = new InvitationStore(tx, job.brand());
            var due = store.next(job.id());
            if (due.isEmpty()) {
                return Progress.last(0, Map.of());
            }
            waitOrGoOn(due.get());
            var done = carryOut(store, job, order, due.get());
            if (store.next(job.id()).isPresent()) {
                return Progress.more(done, Map.of());
            }
            mailer.close();
            return Progress.last(done, Map.of());
        });
    }

    /** The mail server asked for patience: whoever carries out jobs tries again, ever later. */
    private void waitOrGoOn(InvitationStore.Due due) {
        var tried = due.triedAt();
        var pause = FIRST_PAUSE.multipliedBy(1L << (2 * Math.max(0, Math.min(due.attempts(), MOST_ATTEMPTS) - 1)));
        if (tried != null && clock.instant().isBefore(tried.plus(pause))) {
            throw new IllegalStateException("The mail server wants " + due.id() + " later");
        }
    }

    /** How many mails are settled by this: one, or none if it is put off. */
    private int carryOut(InvitationStore store, Job job, InviteWork.Order order, InvitationStore.Due due) {
        var now = clock.instant();
        var found = ambassadors.find(job.brand(), due.ambassador());
        if (found.isEmpty() || found.get().isRemoved() || found.get().email() == null) {
            store.end(due.id(), Invitation.State.FAILED, "No longer an ambassador with an address", now);
            return 1;
        }
        if (found.get().unsubscribedAt() != null) {
            store.end(due.id(), Invitation.State.UNSUBSCRIBED, "", now);
            return 1;
        }
        var brand = access.brand(job.brand()).orElseThrow();
        return switch (mailer.send(letter(brand, found.get(), due.id(), order.origin(), now))) {
            case Mailer.Outcome.Sent() -> settled(store, due, Invitation.State.SENT, "", now);
            case Mailer.Outcome.Refused(var why) -> settled(store, due, Invitation.State.FAILED, why, now);
            case Mailer.Outcome.Later(var why) -> {
                if (due.attempts() + 1 >= MOST_ATTEMPTS) {
                    yield settled(store, due, Invitation.State.FAILED, why, now);
                }
                store.putOff(due.id(), why, now);
                yield 0;
            }
            case Mailer.Outcome.Away(var why) -> {
                if (due.attempts() + 1 >= MOST_ATTEMPTS) {
                    throw new RequestRefused(
                            502,
                            "mail_server_away",
                            "The mail server at " + server + " does not answer: " + why + " Resume when it does.");
                }
                store.putOff(due.id(), why, now);
                yield 0;
            }
        };
    }

    private static int settled(
            InvitationStore store, InvitationStore.Due due, Invitation.State state, String why, Instant at) {
        store.end(due.id(), state, why, at);
        return 1;
    }

    /** The link is made here and nowhere kept but in the mail. */
    private Letter letter(Brand brand, Ambassador one, InvitationId id, String origin, Instant at) {
        var rules = new LetterRules(Texts.of(brand.look().locale()), brand.name());
        var told = new LetterRules.Told(
                Mailer.oneLine(one.name()),
                code(brand, one.id(), at),
                origin + "/a/" + access.createPortalLink(brand.id(), one.id().value()),
                origin + UnsubscribeRoutes.PATH + UnsubscribeLinks.token(brand, one.id()));
        return new Letter(
                id,
                brand.name(),
                String.valueOf(one.email()),
                one.name(),
                rules.subject(),
                rules.text(told),
                rules.html(told),
                told.unsubscribe(),
                at);
    }

    private String code(Brand brand, AmbassadorId ambassador, Instant at) {
        return codes.enrollmentsOf(brand.id(), ambassador).stream()
                .map(Enrollment::code)
                .filter(code -> code.isLive(at))
                .findFirst()
                .map(code -> code.display())
                .orElse("");
    }

    private boolean isRecent(@Nullable Invitation latest) {
        return latest != null
                && (latest.state() == Invitation.State.QUEUED
                        || (latest.state() == Invitation.State.SENT
                                && latest.at().plus(BETWEEN).isAfter(clock.instant())));
    }

    private static int count(List<Ambassador> some, java.util.function.Predicate<Ambassador> of) {
        return (int) some.stream().filter(of).count();
    }

    @Override
    public void close() {
        mailer.close();
    }
}
