package dev.herald.web;

import dev.herald.platform.Answer;
import dev.herald.platform.Requests;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.helidon.webserver.http.ServerRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;

/** Renders the compiled templates and answers them so that a browser trusts nothing but our own files. */
public final class Pages {

    /** No inline script, no inline style, no frame, no other site. Tabler draws its small arrows from data: addresses. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The same for a page that a phone can install, with its manifest and its worker. */
    public static final String INSTALLABLE_POLICY = POLICY + "; manifest-src 'self'; worker-src 'self'";

    /** With "no-referrer" browsers would send "Origin: null" with our own forms. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
            "Cache-Control", "no-store",
            "Vary", "Accept-Encoding");

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.herald.pages");
    private final Assets assets;

    public Pages(Assets assets) {
        this.assets = assets;
    }

    public Assets assets() {
        return assets;
    }

    /** The colours this reader has chosen. */
    public static Theme theme(ServerRequest request) {
        return Theme.of(Requests.cookie(request, Theme.COOKIE));
    }

    /** A page from a template such as {@code console/overview.jte}, compressed if the browser can read that. */
    public Answer page(ServerRequest request, int status, String template, Object model) {
        var html = render(template, model);
        var headers = new LinkedHashMap<>(HEADERS);
        if (acceptsGzip(request)) {
            headers.put("Content-Encoding", "gzip");
            html = Asset.gzip(html, Deflater.DEFAULT_COMPRESSION);
        }
        return new Answer(status, "text/html; charset=utf-8", html, headers);
    }

    /** A page that says what happened and what to do. */
    public Answer notice(ServerRequest request, int status, String title, String text, Notice.Action action) {
        return page(request, status, "web/notice.jte", new Notice(title, text, action, theme(request), assets));
    }

    byte[] render(String template, Object model) {
        var output = new Utf8ByteOutput();
        engine.render(template, model, output);
        return output.toByteArray();
    }

    static boolean acceptsGzip(ServerRequest request) {
        return Requests.header(request, "Accept-Encoding").contains("gzip");
    }
}
