package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.access.Brand;
import dev.herald.ambassador.Ambassadors;
import dev.herald.campaign.Campaigns;
import dev.herald.code.CodeFilter;
import dev.herald.code.CodeFilter.Kept;
import dev.herald.code.CodeId;
import dev.herald.code.CodeLine;
import dev.herald.code.CodeSearches;
import dev.herald.code.PromoCode;
import dev.herald.console.SheetPage.Label;
import dev.herald.console.Shell.Section;
import dev.herald.job.Jobs;
import dev.herald.platform.Answer;
import dev.herald.platform.Page;
import dev.herald.platform.Requests;
import dev.herald.share.QrCode;
import dev.herald.share.ShopAddress;
import dev.herald.web.Form;
import dev.herald.web.Words;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.List;

/** A sheet of working codes with their QR pictures, for A4 paper. */
public final class SheetRoutes implements HttpService {

    /** Codes of one sheet: twenty pages of twelve, which a browser lays out at once. */
    private static final int ON_A_SHEET = 240;

    private static final int ON_A_PAGE = 12;

    private final Frame frame;
    private final Campaigns campaigns;
    private final Ambassadors ambassadors;
    private final Jobs jobs;
    private final CodeSearches searches;

    public SheetRoutes(Frame frame, Campaigns campaigns, Ambassadors ambassadors, Jobs jobs, CodeSearches searches) {
        this.frame = frame;
        this.campaigns = campaigns;
        this.ambassadors = ambassadors;
        this.jobs = jobs;
        this.searches = searches;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/console/campaigns/{id}/codes/sheet", frame.page(this::sheet));
    }

    /** Only codes that work: nobody prints one that does not. */
    private Answer sheet(SignedIn who, ServerRequest request) {
        var brand = who.brand();
        var campaign = campaigns.get(brand.id(), CampaignCodesRoutes.id(request));
        var asked = CodeListInput.of(Form.of(request.query()), brand.id(), jobs, ambassadors);
        var filter = asked.filter();
        var wanted = new CodeFilter(Kept.LIVE, filter.owner(), filter.job(), filter.text());
        var page = new Page(ON_A_SHEET, Requests.page(request, CodeId.PREFIX).before());
        var found = searches.find(brand.id(), campaign.id(), wanted, page);
        var formats = frame.formats(brand);
        var query = asked.query("");
        var address = "/console/campaigns/" + campaign.id() + "/codes/sheet";
        var model = new SheetPage(
                frame.shell(who, request, "Sheet of codes", Section.CODES),
                campaign.id().toString(),
                campaign.name(),
                Words.offer(campaign, formats),
                pages(found.lines(), brand),
                formats.count(found.lines().size()),
                found.next() == 0
                        ? ""
                        : address + (query.isEmpty() ? "?" : query + "&") + "after=" + new CodeId(found.next()),
                brand.look().shop().isEmpty()
                        ? "A camera reads the code itself. Tell Herald your shop\u2019s address in the settings, and it opens the shop with the code applied."
                        : "A camera opens your shop with the code applied.");
        return frame.show(request, 200, "console/sheet.jte", model);
    }

    private static List<List<Label>> pages(List<CodeLine> lines, Brand brand) {
        var labels = lines.stream().map(line -> label(line.code(), brand)).toList();
        var pages = new ArrayList<List<Label>>();
        for (var from = 0; from < labels.size(); from += ON_A_PAGE) {
            pages.add(labels.subList(from, Math.min(from + ON_A_PAGE, labels.size())));
        }
        return pages;
    }

    private static Label label(PromoCode code, Brand brand) {
        var look = brand.look();
        var text = look.shop().isEmpty()
                ? code.display()
                : new ShopAddress(look.shop(), look.parameter()).with(code.display());
        return new Label(code.display(), code.spoken(), QrCode.of(text).svg());
    }
}
