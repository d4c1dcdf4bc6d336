package dev.herald.share;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A shop's address, which takes a code in its query.
 *
 * @param address as the brand gave it, perhaps with a query and a fragment
 * @param parameter under which the shop takes the code
 */
public record ShopAddress(String address, String parameter) {

    /** The address with a code: what its query says besides stays, an older code goes. */
    public String with(String code) {
        var hash = address.indexOf('#');
        var fragment = hash < 0 ? "" : address.substring(hash);
        var whole = hash < 0 ? address : address.substring(0, hash);
        var mark = whole.indexOf('?');
        var kept = mark < 0 ? "" : others(whole.substring(mark + 1));
        var own = encoded(parameter) + "=" + encoded(code);
        var path = mark < 0 ? whole : whole.substring(0, mark);
        return withPath(path) + "?" + (kept.isEmpty() ? own : kept + "&" + own) + fragment;
    }

    /** The same with what the shop is to hand back of the click that leads there. */
    public String with(String code, String click) {
        var clicked = new ShopAddress(address, ClickToken.PARAMETER).with(click);
        return new ShopAddress(clicked, parameter).with(code);
    }

    private String others(String query) {
        return Arrays.stream(query.split("&"))
                .filter(one -> !one.isEmpty() && !name(one).equals(parameter))
                .collect(Collectors.joining("&"));
    }

    private static String name(String pair) {
        var raw = pair.replaceFirst("=.*", "");
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return raw;
        }
    }

    /** https://shop.example is https://shop.example/: some shops redirect otherwise, and lose the query. */
    private static String withPath(String address) {
        return address.matches("[a-z]+://[^/]+") ? address + "/" : address;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
