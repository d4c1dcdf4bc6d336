package dev.herald.wizard;

/**
 * One of several cards to pick from.
 *
 * @param note a word or two beside the title; "" for none
 */
public record Choice(String value, String title, String text, String note) {

    Choice(String value, String title, String text) {
        this(value, title, text, "");
    }
}
