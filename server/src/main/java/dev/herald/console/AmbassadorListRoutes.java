package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.access.Brand;
import dev.herald.ambassador.Ambassador;
import dev.herald.ambassador.AmbassadorFilter;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaigns;
import dev.herald.code.Codes;
import dev.herald.console.AmbassadorsPage.Choices;
import dev.herald.console.AmbassadorsPage.Mailing;
import dev.herald.console.AmbassadorsPage.Told;
import dev.herald.console.Shell.Section;
import dev.herald.insight.AmbassadorFigures;
import dev.herald.invite.Applications;
import dev.herald.invite.Invitations;
import dev.herald.platform.Answer;
import dev.herald.platform.Csv;
import dev.herald.platform.Download;
import dev.herald.platform.Ids;
import dev.herald.platform.Page;
import dev.herald.platform.Requests;
import dev.herald.web.Form;
import dev.herald.web.Formats;
import dev.herald.web.Option;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** The list of ambassadors: searched, filtered, and handed out as a file. */
public final class AmbassadorListRoutes implements HttpService {

    private static final String ADDRESS = "/console/ambassadors";
    private static final int COUNTED = 10_000;
    private static final int CAMPAIGNS_OFFERED = 100;
    private static final int AT_A_TIME = 1_000;

    private final Frame frame;
    private final Ambassadors ambassadors;
    private final Campaigns campaigns;
    private final Codes codes;
    private final AmbassadorFigures figures;
    private final Invitations invitations;
    private final Applications applications;

    public AmbassadorListRoutes(
            Frame frame,
            Ambassadors ambassadors,
            Campaigns campaigns,
            Codes codes,
            AmbassadorFigures figures,
            Invitations invitations,
            Applications applications) {
        this.frame = frame;
        this.ambassadors = ambassadors;
        this.campaigns = campaigns;
        this.codes = codes;
        this.figures = figures;
        this.invitations = invitations;
        this.applications = applications;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(ADDRESS, frame.page(this::list))
                .get(ADDRESS + ".csv", frame.download(this::export))
                .post(ADDRESS + "/invite", frame.form(this::invite));
    }

    private Answer list(SignedIn who, ServerRequest request) {
        return list(who, request, told(who.brand(), request));
    }

    /** Those who were marked, or everybody who never opened his page. */
    private Answer invite(SignedIn who, ServerRequest request) {
        var form = Requests.form(request);
        var origin = Requests.origin(request);
        if (form.contains("unopened")) {
            return list(
                    who,
                    request,
                    sent(who, invitations.inviteUnopened(who.brand().id(), origin)));
        }
        var marked = form.contains("who")
                ? form.all("who").stream()
                        .map(text -> Ids.parse(AmbassadorId.PREFIX, text))
                        .filter(OptionalLong::isPresent)
                        .map(id -> new AmbassadorId(id.getAsLong()))
                        .toList()
                : List.<AmbassadorId>of();
        if (marked.isEmpty()) {
            return list(who, request, new Told("Mark the ambassadors to invite, then press the button again.", "", ""));
        }
        return list(who, request, sent(who, invitations.invite(who.brand().id(), marked, origin)));
    }

    private Told sent(SignedIn who, Invitations.Invited invited) {
        var job = invited.job();
        return new Told(
                new MailRules(frame.formats(who.brand())).told(invited),
                "",
                job == null ? "" : "/console/jobs/" + job.id());
    }

    private Answer list(SignedIn who, ServerRequest request, Told told) {
        var brand = who.brand();
        var query = query(request);
        var filter = filter(brand, query);
        var page = Requests.page(request, AmbassadorId.PREFIX);
        var listing = page.listing(
                some(brand, query, filter, page), one -> one, one -> one.id().toString());
        var next = listing.next();
        var formats = frame.formats(brand);
        var count = ambassadors.count(brand.id(), filter, COUNTED + 1);
        var rules = new AmbassadorRules(formats, frame.now());
        var shown = new AmbassadorsPage(
                frame.shell(who, request, "Ambassadors", Section.AMBASSADORS),
                query.form(),
                choices(brand, query),
                rules.counted(count, COUNTED, query.isFiltered()),
                query.isFiltered(),
                rows(brand, listing.data(), rules),
                next == null ? "" : query.address(ADDRESS, "after=" + next),
                query.address(ADDRESS + ".csv"),
                told,
                mailing(brand, formats));
        return frame.show(request, 200, "console/ambassadors.jte", shown);
    }

    private List<AmbassadorsPage.Row> rows(Brand brand, List<Ambassador> some, AmbassadorRules rules) {
        var ids = some.stream().map(Ambassador::id).toList();
        var sales = figures.sales(brand.id(), ids);
        var owned = figures.codes(brand.id(), ids);
        var mailed = invitations.latest(brand.id(), ids);
        return some.stream()
                .map(one -> rules.row(
                        one, owned.getOrDefault(one.id(), List.of()), sales.get(one.id()), mailed.get(one.id())))
                .toList();
    }

    private Told told(Brand brand, ServerRequest request) {
        var removed =
                Ids.parse(AmbassadorId.PREFIX, request.query().first("removed").orElse(""));
        if (removed.isPresent()) {
            return ambassadors
                    .find(brand.id(), new AmbassadorId(removed.getAsLong()))
                    .filter(Ambassador::isRemoved)
                    .map(one -> new Told(
                            one.name() + " was removed. Redemptions stay credited.",
                            ADDRESS + "/" + one.id() + "/restore",
                            ""))
                    .orElse(Told.NOTHING);
        }
        return Told.NOTHING;
    }

    private Mailing mailing(Brand brand, Formats formats) {
        var unopened = ambassadors.count(brand.id(), new AmbassadorFilter("", "", "", true, false, null), COUNTED);
        var waiting = applications.waiting(brand.id(), COUNTED);
        return new Mailing(
                invitations.canMail(),
                unopened == 0 ? "" : formats.count(unopened),
                waiting == 0 ? "" : formats.count(waiting));
    }

    private Choices choices(Brand brand, AmbassadorQuery query) {
        var newest = campaigns.list(brand.id(), new Page(CAMPAIGNS_OFFERED, Long.MAX_VALUE)).stream()
                .map(one -> new Option(one.id().toString(), one.name()));
        return new Choices(
                labels("Any tag", ambassadors.tags(brand.id()), query.form().value("tag")),
                labels(
                        "Any channel",
                        ambassadors.channels(brand.id()),
                        query.form().value("channel")),
                Stream.concat(Stream.of(new Option("", "Any campaign")), newest).toList(),
                List.of(
                        new Option("", "Any page"),
                        new Option(AmbassadorQuery.NEVER_OPENED, "Never opened"),
                        new Option(AmbassadorQuery.REMOVED, "Removed")),
                List.of(new Option("", "Newest first"), new Option("name", "By name")));
    }

    /** The one that is chosen is among them even if nobody has it any more. */
    private static List<Option> labels(String any, List<String> some, String chosen) {
        var options = new ArrayList<Option>();
        options.add(new Option("", any));
        some.forEach(label -> options.add(new Option(label, label)));
        if (!chosen.isEmpty() && !some.contains(chosen)) {
            options.add(new Option(chosen, chosen));
        }
        return options;
    }

    private Download export(SignedIn who, ServerRequest request) {
        var brand = who.brand();
        var query = query(request);
        var filter = filter(brand, query);
        return new Download("ambassadors.csv", Csv.TYPE, out -> write(brand, query, filter, out));
    }

    /** Each part is a transaction of its own: whoever reads slowly holds neither a connection nor a snapshot. */
    private void write(Brand brand, AmbassadorQuery query, AmbassadorFilter filter, OutputStream out)
            throws IOException {
        try (var csv = new Csv(out, ',')) {
            csv.row(AmbassadorRules.COLUMNS);
            var page = new Page(AT_A_TIME, Long.MAX_VALUE);
            while (true) {
                var some = some(brand, query, filter, page);
                var part = some.subList(0, Math.min(some.size(), AT_A_TIME));
                var ids = part.stream().map(Ambassador::id).toList();
                var sales = figures.sales(brand.id(), ids);
                var owned = figures.codes(brand.id(), ids);
                part.forEach(one -> csv.row(
                        AmbassadorRules.cells(one, owned.getOrDefault(one.id(), List.of()), sales.get(one.id()))));
                if (some.size() <= AT_A_TIME) {
                    return;
                }
                page = new Page(AT_A_TIME, part.getLast().id().value());
            }
        }
    }

    private List<Ambassador> some(Brand brand, AmbassadorQuery query, AmbassadorFilter filter, Page page) {
        return switch (query.order()) {
            case NEWEST -> ambassadors.list(brand.id(), filter, page);
            case NAME -> ambassadors.listByName(brand.id(), filter, page);
        };
    }

    private AmbassadorFilter filter(Brand brand, AmbassadorQuery query) {
        return query.filter(campaign -> codes.members(brand.id(), campaign));
    }

    private static AmbassadorQuery query(ServerRequest request) {
        Function<String, String> value =
                field -> request.query().first(field).orElse("").strip();
        var form = Form.EMPTY;
        for (var field : AmbassadorQuery.FIELDS) {
            form = form.with(field, value.apply(field));
        }
        return new AmbassadorQuery(form);
    }
}
