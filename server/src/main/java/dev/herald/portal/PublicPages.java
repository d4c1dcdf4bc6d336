package dev.herald.portal;

import dev.herald.access.Brand;
import dev.herald.access.BrandLook;
import dev.herald.platform.Answer;
import dev.herald.web.Pages;
import dev.herald.web.Texts;
import io.helidon.webserver.http.ServerRequest;

/** Shows pages to people without an account, each in his own language. */
final class PublicPages {

    private final Pages pages;

    PublicPages(Pages pages) {
        this.pages = pages;
    }

    Texts texts(ServerRequest request, Brand brand) {
        return Texts.of(request, brand.look().locale());
    }

    Around around(ServerRequest request, Brand brand, Texts texts, String title) {
        return new Around(title, texts, brand.look().colour(), Pages.theme(request), pages.assets());
    }

    Answer show(ServerRequest request, int status, String template, Object model) {
        return pages.page(request, status, template, model).with("Vary", "Accept-Encoding, Accept-Language");
    }

    /** The same of a page that a phone can install. */
    Answer showInstallable(ServerRequest request, int status, String template, Object model) {
        return show(request, status, template, model).with("Content-Security-Policy", Pages.INSTALLABLE_POLICY);
    }

    /** @param name of the texts {@code name.title} and {@code name.why} */
    Answer notice(ServerRequest request, int status, String name) {
        var texts = Texts.of(request, BrandLook.PLAIN.locale());
        var around = new Around(
                texts.say(name + ".title"), texts, BrandLook.PLAIN.colour(), Pages.theme(request), pages.assets());
        return show(request, status, "portal/notice.jte", new NoticePage(around, texts.say(name + ".why"), ""));
    }
}
