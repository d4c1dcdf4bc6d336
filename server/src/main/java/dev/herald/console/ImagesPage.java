package dev.herald.console;

import dev.herald.web.Moment;
import java.util.List;

/** A brand's own images. */
public record ImagesPage(Shell shell, List<ImageLine> images, String room) {

    public ImagesPage {
        images = List.copyOf(images);
    }

    /**
     * One image.
     *
     * @param address where everybody who knows it can load it
     * @param page where it can be replaced or deleted
     * @param about its pixels and its size
     */
    public record ImageLine(String address, String page, String name, String about, Moment added) {}
}
