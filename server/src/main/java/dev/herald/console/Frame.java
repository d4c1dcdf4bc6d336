package dev.herald.console;

import dev.herald.access.Access;
import dev.herald.access.Access.SignedIn;
import dev.herald.access.Brand;
import dev.herald.console.Shell.Section;
import dev.herald.platform.Answer;
import dev.herald.platform.Download;
import dev.herald.platform.EventStream;
import dev.herald.web.Formats;
import dev.herald.web.Notice;
import dev.herald.web.Pages;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** What all pages of the console share: who is let in, what stands around the content, how numbers are written. */
public final class Frame {

    private final Pages pages;
    private final InstantSource clock;
    private final Door door;

    public Frame(Access access, Pages pages, InstantSource clock) {
        this.pages = pages;
        this.clock = clock;
        this.door = new Door(access, pages);
    }

    /** A page for whoever is signed in; a refusal becomes a page that says what to do. */
    public Handler page(BiFunction<SignedIn, ServerRequest, Answer> route) {
        return door.page(route);
    }

    /** What a form of one of our own pages does for whoever is signed in. */
    public Handler form(BiFunction<SignedIn, ServerRequest, Answer> route) {
        return door.form(route);
    }

    /** An answer that goes on telling, for whoever is signed in. */
    public Handler stream(BiFunction<SignedIn, ServerRequest, Consumer<EventStream>> route) {
        return door.stream(route);
    }

    /** A file to save, for whoever is signed in. */
    public Handler download(BiFunction<SignedIn, ServerRequest, Download> route) {
        return door.download(route);
    }

    /** A page made from a template such as {@code console/overview.jte}. */
    public Answer show(ServerRequest request, int status, String template, Object model) {
        return pages.page(request, status, template, model);
    }

    /** A page that says what happened, to somebody who has nowhere to go on to. */
    public Answer notice(ServerRequest request, String title, String text) {
        return pages.notice(request, 200, title, text, Notice.Action.NONE);
    }

    /** The page for an address that leads nowhere. */
    public Answer notFound(ServerRequest request) {
        return door.notFound(request);
    }

    public Shell shell(SignedIn who, ServerRequest request, String title, Section section) {
        var test = who.brand().mode() == Brand.Mode.TEST;
        var away = !Door.home(request).isEmpty();
        return new Shell(title, section, who.brand().name(), test, away, Pages.theme(request), pages.assets());
    }

    /** Numbers and times as they are written where the brand is at home. */
    public Formats formats(Brand brand) {
        return new Formats(brand.look().locale(), brand.zone());
    }

    public Instant now() {
        return clock.instant();
    }
}
