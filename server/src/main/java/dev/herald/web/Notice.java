package dev.herald.web;

/** A page that says what happened and what to do next: a link that no longer works, a page that isn't there. */
public record Notice(String title, String text, Action action, Theme theme, Assets assets) {

    /** The one thing to do; without an address there is nothing to click. */
    public record Action(String text, String address) {

        public static final Action NONE = new Action("", "");

        public boolean present() {
            return !address.isEmpty();
        }
    }
}
