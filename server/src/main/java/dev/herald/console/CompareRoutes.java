package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.access.Brand;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.Campaigns;
import dev.herald.console.Shell.Section;
import dev.herald.insight.Comparison;
import dev.herald.insight.Comparisons;
import dev.herald.platform.Answer;
import dev.herald.platform.Download;
import dev.herald.platform.Ids;
import dev.herald.platform.Page;
import dev.herald.platform.RequestRefused;
import dev.herald.web.Form;
import dev.herald.web.Option;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The page with two campaigns beside each other, and the same as a file. */
public final class CompareRoutes implements HttpService {

    /** Older ones are reached from their own pages. */
    private static final int MOST_TO_CHOOSE = 200;

    private final Frame frame;
    private final Campaigns campaigns;
    private final Comparisons comparisons;

    public CompareRoutes(Frame frame, Campaigns campaigns, Comparisons comparisons) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.comparisons = comparisons;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(CompareRules.ADDRESS, frame.page(this::show))
                .get(CompareRules.ADDRESS + ".csv", frame.download(this::file));
    }

    private Answer show(SignedIn who, ServerRequest request) {
        var brand = who.brand();
        var asked = Form.of(request.query());
        var first = chosen(brand, asked.value("a"));
        var second = chosen(brand, asked.value("b"));
        var form = first.isPresent() && first.equals(second)
                ? asked.refused("b", "Choose another one than the first.")
                : asked;
        var compared = form.hasFaults() ? Optional.<Comparison>empty() : comparison(brand, first, second);
        var choices = choices(
                brand, Stream.of(first, second).flatMap(Optional::stream).toList());
        var page = new ComparePage(
                frame.shell(who, request, "Compare campaigns", Section.INSIGHT),
                proposed(form, choices),
                choices,
                compared.map(one -> new CompareRules(frame.formats(brand)).compared(one))
                        .orElse(null));
        return frame.show(request, form.hasFaults() ? 422 : 200, "console/compare.jte", page);
    }

    /** Two campaigns that differ, where nobody chose any. */
    private static Form proposed(Form asked, List<Option> choices) {
        var form = asked;
        for (var field : List.of("a", "b")) {
            if (!form.has(field)) {
                var taken = List.of(form.value("a"), form.value("b"));
                form = form.with(
                        field,
                        choices.stream()
                                .map(Option::value)
                                .filter(id -> !taken.contains(id))
                                .findFirst()
                                .orElse(""));
            }
        }
        return form;
    }

    private Download file(SignedIn who, ServerRequest request) {
        var asked = Form.of(request.query());
        return comparison(who.brand(), chosen(who.brand(), asked.value("a")), chosen(who.brand(), asked.value("b")))
                .map(Comparisons::file)
                .orElseThrow(() -> RequestRefused.notFound("campaign"));
    }

    private Optional<Comparison> comparison(Brand brand, Optional<Campaign> first, Optional<Campaign> second) {
        return first.flatMap(one -> second.map(other -> comparisons.of(brand, one, other)));
    }

    private Optional<Campaign> chosen(Brand brand, String id) {
        var known = Ids.parse(CampaignId.PREFIX, id);
        return known.isEmpty() ? Optional.empty() : campaigns.find(brand.id(), new CampaignId(known.getAsLong()));
    }

    private List<Option> choices(Brand brand, List<Campaign> chosen) {
        var newest = campaigns.list(brand.id(), new Page(MOST_TO_CHOOSE, Long.MAX_VALUE)).stream()
                .limit(MOST_TO_CHOOSE);
        return Stream.concat(chosen.stream(), newest)
                .distinct()
                .map(one -> new Option(one.id().toString(), one.name()))
                .toList();
    }
}
