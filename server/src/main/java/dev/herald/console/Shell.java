package dev.herald.console;

import dev.herald.web.Assets;
import dev.herald.web.Theme;

/** What stands around the content of every console page. */
public record Shell(String title, Section section, String brand, boolean test, Theme theme, Assets assets) {

    /** The entries of the navigation. */
    public enum Section {
        OVERVIEW("Overview", "/console", "layout-dashboard"),
        CAMPAIGNS("Campaigns", "/console/campaigns", "speakerphone"),
        AMBASSADORS("Ambassadors", "/console/ambassadors", "users"),
        CODES("Codes", "/console/codes", "ticket"),
        REDEMPTIONS("Redemptions", "/console/redemptions", "receipt-2"),
        INSIGHT("Insight", "/console/insight", "chart-bar"),
        DEVELOPERS("Developers", "/console/developers", "code"),
        SETTINGS("Settings", "/console/settings", "settings");

        private final String text;
        private final String address;
        private final String icon;

        Section(String text, String address, String icon) {
            this.text = text;
            this.address = address;
            this.icon = icon;
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
    }

    /** Tells the browser which entry is the one that is open. */
    public String current(Section entry) {
        return entry == section ? "page" : "false";
    }
}
