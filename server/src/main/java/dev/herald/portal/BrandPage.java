package dev.herald.portal;

import dev.herald.web.Form;
import java.util.List;

/**
 * What a buyer sees of an offer.
 *
 * @param open whether the code works now
 * @param notice why it does not, {@code title} and {@code why}; both "" if it does
 * @param shop where to go; "" if nobody knows
 * @param picture for whoever shows a preview of the page; "" if there is none
 */
public record BrandPage(
        Around around,
        String brand,
        String offer,
        String about,
        String code,
        boolean open,
        Notice notice,
        List<String> terms,
        Shop shop,
        String address,
        String picture,
        String qr,
        boolean indexed,
        Survey survey) {

    /**
     * The question who told the buyer.
     *
     * @param address where the answer goes; "" where nobody is asked
     * @param done whether an answer was just sent
     */
    public record Survey(String address, boolean done, Form form) {

        static final Survey NONE = new Survey("", false, Form.EMPTY);

        public boolean asked() {
            return !address.isEmpty();
        }
    }

    /** Why the code does not work. */
    public record Notice(String title, String why) {

        static final Notice NONE = new Notice("", "");
    }

    /** The button to the shop. */
    public record Shop(String address, String text, String help) {

        static final Shop NONE = new Shop("", "", "");

        public boolean present() {
            return !address.isEmpty();
        }
    }

    public BrandPage {
        terms = List.copyOf(terms);
    }

    /** How large the code can be on one line of a phone. */
    public String size() {
        return CodeSize.of(code);
    }
}
