package dev.herald.portal;

import dev.herald.attribution.Surveys;
import dev.herald.campaign.Campaign;
import dev.herald.code.PromoCode;
import dev.herald.invite.Throttle;
import dev.herald.platform.Answer;
import dev.herald.platform.HttpServer;
import dev.herald.platform.Input;
import dev.herald.platform.Requests;
import dev.herald.portal.BrandPage.Notice;
import dev.herald.portal.BrandPage.Shop;
import dev.herald.portal.BrandPage.Survey;
import dev.herald.share.Channel;
import dev.herald.share.QrCode;
import dev.herald.web.Form;
import dev.herald.web.Formats;
import dev.herald.web.Pages;
import dev.herald.web.SameOrigin;
import dev.herald.web.Texts;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The public page of an offer, with its QR code and the picture that networks show beside a link to it. */
public final class BrandPageRoutes implements HttpService {

    private static final int OFTEN = 5;
    private static final Duration WHILE = Duration.ofMinutes(10);
    private static final int LONGEST = 200;

    /** Named like something that robots fill in, and out of people's sight. */
    private static final String HONEYPOT = "website";

    /** The button of buyers whom nobody told. */
    private static final String NOBODY = "nobody";

    private final SharedOffers offers;
    private final Surveys surveys;
    private final Throttle throttle;
    private final PublicPages pages;
    private final CardPictures pictures = new CardPictures();

    public BrandPageRoutes(SharedOffers offers, Surveys surveys, Pages pages, InstantSource clock) {
        this.offers = offers;
        this.surveys = surveys;
        this.throttle = new Throttle(OFTEN, WHILE, clock);
        this.pages = new PublicPages(pages);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/c/{slug}", HttpServer.handler(request -> forOffer(request, this::page)))
                .post("/c/{slug}/survey", HttpServer.handler(request -> forOffer(request, this::answer)))
                .get("/c/{slug}/card.png", HttpServer.handler(request -> forOffer(request, this::card)))
                .get("/c/{slug}/qr.svg", HttpServer.handler(request -> forOffer(request, BrandPageRoutes::drawing)))
                .get("/c/{slug}/qr.png", HttpServer.handler(request -> forOffer(request, BrandPageRoutes::print)));
    }

    private Answer forOffer(ServerRequest request, BiFunction<SharedOffer, ServerRequest, Answer> route) {
        return offers.find(request.path().pathParameters().get("slug"))
                .map(offer -> route.apply(offer, request))
                .orElseGet(() -> pages.notice(request, 404, "page.lost"));
    }

    private Answer page(SharedOffer offer, ServerRequest request) {
        return page(offer, request, 200, Form.EMPTY);
    }

    /** Thanks the same whether the order and the name are known or not, so that nobody learns which orders there are. */
    private Answer answer(SharedOffer offer, ServerRequest request) {
        var texts = pages.texts(request, offer.brand());
        if (!isAsked(offer)) {
            return pages.notice(request, 404, "page.lost");
        }
        if (!SameOrigin.allows(request)) {
            return page(offer, request, 403, Form.EMPTY.refused("", texts.say("apply.elsewhere")));
        }
        var form = checked(Form.of(Requests.form(request)), texts);
        if (form.hasFaults()) {
            return page(offer, request, 422, form);
        }
        if (!throttle.allows(Requests.sender(request))) {
            return page(offer, request, 429, form.refused("", texts.say("apply.often")));
        }
        if (!form.has(HONEYPOT) && form.has(NOBODY)) {
            surveys.answerNobody(offer.brand(), offer.campaign(), form.value("order"));
        } else if (!form.has(HONEYPOT)) {
            surveys.answer(offer.brand(), offer.campaign(), form.value("order"), form.value("name"));
        }
        return Answer.redirect(offer.link().page() + "?told=yes#survey");
    }

    private static Form checked(Form form, Texts texts) {
        var read = form;
        for (var field : form.has(NOBODY) ? List.of("order") : List.of("order", "name")) {
            var value = form.value(field);
            if (value.isEmpty() || value.length() > LONGEST || !Input.isStorable(value)) {
                read = read.refused(field, texts.say("survey.fault." + field));
            }
        }
        return read;
    }

    /** Where everybody shares the code; also after the end, because buyers read their mail late. */
    private static boolean isAsked(SharedOffer offer) {
        return offer.code().kind() == PromoCode.Kind.BLANKET
                && (offer.isOpen() || offer.state() == Campaign.State.ENDED);
    }

    private static Survey survey(SharedOffer offer, ServerRequest request, Form form) {
        return isAsked(offer)
                ? new Survey(
                        offer.link().page() + "/survey", request.query().contains("told") && !form.hasFaults(), form)
                : Survey.NONE;
    }

    private Answer page(SharedOffer offer, ServerRequest request, int status, Form form) {
        var brand = offer.brand();
        var texts = pages.texts(request, brand);
        var formats = new Formats(texts.locale(), brand.zone());
        var words = new OfferWords(texts, formats);
        var headline = words.headline(offer.campaign());
        var link = offer.link();
        var origin = Requests.origin(request);
        var indexed = offer.isOpen() && link.channel() == Channel.PAGE;
        var page = new BrandPage(
                pages.around(request, brand, texts, texts.say("page.title", headline, brand.name())),
                brand.name(),
                headline,
                texts.say("page.about", headline, offer.code().display(), brand.name()),
                offer.code().display(),
                offer.isOpen(),
                notice(offer, texts, formats),
                offer.state() == Campaign.State.ENDED
                        ? List.of()
                        : new TermsRules(texts, formats).terms(offer.campaign(), offer.state()),
                shop(offer, texts),
                origin + link.page(),
                pictures.canDraw() ? origin + link.page() + "/card.png" : "",
                QrCode.of(origin + link.path()).svg(),
                indexed,
                survey(offer, request, form));
        var answer = pages.show(request, status, "portal/offer.jte", page);
        return indexed ? answer : answer.with("X-Robots-Tag", "noindex");
    }

    private static Notice notice(SharedOffer offer, Texts texts, Formats formats) {
        return switch (offer.state()) {
            case RUNNING -> Notice.NONE;
            case DRAFT, SCHEDULED ->
                new Notice(
                        texts.say("page.soon.title"),
                        texts.say(
                                "page.soon.why",
                                formats.time(offer.campaign().startsAt()).shown()));
            case PAUSED -> new Notice(texts.say("page.paused.title"), texts.say("page.paused.why"));
            case ENDED, ARCHIVED -> new Notice(texts.say("page.ended.title"), texts.say("page.ended.why"));
        };
    }

    /** Through the link, so that it is counted; without a code that would be refused. */
    private static Shop shop(SharedOffer offer, Texts texts) {
        var address = offer.brand().look().shop();
        if (address.isEmpty()) {
            return Shop.NONE;
        }
        return offer.isOpen()
                ? new Shop(offer.link().path(), texts.say("page.shop"), texts.say("page.shop.help"))
                : new Shop(address, texts.say("page.ended.shop", offer.brand().name()), "");
    }

    /** The picture says the same in the brand's language to everybody: networks keep it. */
    private Answer card(SharedOffer offer, ServerRequest request) {
        var brand = offer.brand();
        var texts = Texts.of(brand.look().locale());
        var headline = new OfferWords(texts, new Formats(texts.locale(), brand.zone())).headline(offer.campaign());
        return pictures.of(new Card(
                        brand.look().colour(),
                        brand.name(),
                        headline,
                        offer.code().display()))
                .map(png -> picture("image/png", png))
                .orElseGet(() -> pages.notice(request, 404, "page.lost"));
    }

    private static Answer drawing(SharedOffer offer, ServerRequest request) {
        return picture("image/svg+xml", qr(offer, request).svg().getBytes(StandardCharsets.UTF_8))
                .with("Content-Disposition", file(offer, "svg"));
    }

    private static Answer print(SharedOffer offer, ServerRequest request) {
        return picture("image/png", qr(offer, request).png()).with("Content-Disposition", file(offer, "png"));
    }

    private static QrCode qr(SharedOffer offer, ServerRequest request) {
        return QrCode.of(Requests.origin(request) + offer.link().path());
    }

    private static String file(SharedOffer offer, String kind) {
        var name = offer.code().display().replaceAll("[^A-Za-z0-9-]", "");
        return "inline; filename=\"" + (name.isEmpty() ? "code" : name) + "-qr." + kind + "\"";
    }

    private static Answer picture(String type, byte[] bytes) {
        return new Answer(
                200,
                type,
                bytes,
                Map.of(
                        "Cache-Control", "public, max-age=3600",
                        "X-Content-Type-Options", "nosniff",
                        "Content-Security-Policy", "default-src 'none'"));
    }
}
