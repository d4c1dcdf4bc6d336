package dev.herald.console;

import java.util.List;

/**
 * Codes to print, cut and hand out.
 *
 * @param offer what a code gives
 * @param next the address of the following sheet; "" on the last
 * @param scanned what a camera finds in the pictures
 */
public record SheetPage(
        Shell shell,
        String campaign,
        String name,
        String offer,
        List<List<Label>> pages,
        String count,
        String next,
        String scanned) {

    /** One code: its picture is SVG that Herald drew itself. */
    public record Label(String code, String spoken, String picture) {}

    public SheetPage {
        pages = pages.stream().map(List::copyOf).toList();
    }

    public String codesAddress() {
        return "/console/campaigns/" + campaign + "/codes";
    }
}
