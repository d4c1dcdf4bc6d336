package dev.herald.console;

import dev.herald.web.Assets;
import dev.herald.web.Theme;

/**
 * What stands around the content of every console page.
 *
 * @param test whether nothing here is real
 * @param away whether the visitor has a brand of his own to go back to
 */
public record Shell(
        String title, Section section, String brand, boolean test, boolean away, Theme theme, Assets assets) {

    /** The entries of the navigation. */
    public enum Section {
        OVERVIEW("Overview", "/console", "layout-dashboard", "o"),
        CAMPAIGNS("Campaigns", "/console/campaigns", "speakerphone", "c"),
        AMBASSADORS("Ambassadors", "/console/ambassadors", "users", "a"),
        CODES("Codes", "/console/codes", "ticket", "k"),
        REDEMPTIONS("Redemptions", "/console/redemptions", "receipt-2", "r"),
        PAYOUTS("Payouts", "/console/payouts", "cash", "p"),
        INSIGHT("Insight", "/console/insight", "chart-bar", "i"),
        DEVELOPERS("Developers", "/console/developers", "code", "d"),
        SETTINGS("Settings", "/console/settings", "settings", "s");

        private final String text;
        private final String address;
        private final String icon;
        private final String key;

        Section(String text, String address, String icon, String key) {
            this.text = text;
            this.address = address;
            this.icon = icon;
            this.key = key;
        }

        public String text() {
            return text;
        }

        public String address() {
            return address;
        }

        public String icon() {
            return icon;
        }

        /** The letter that leads here after a g. */
        public String key() {
            return key;
        }
    }

    /** Tells the browser which entry is the one that is open. */
    public String current(Section entry) {
        return entry == section ? "page" : "false";
    }
}
