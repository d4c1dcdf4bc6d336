package dev.herald.console;

import dev.herald.web.Assets;
import dev.herald.web.Theme;

/** What stands around the content of every console page. */
public record Shell(String title, Section section, String brand, boolean test, Theme theme, Assets assets) {

    /** The entries of the navigation. */
    public enum Section {
        OVERVIEW,
        CAMPAIGNS,
        NONE
    }

    /** Tells the browser which entry is the one that is open. */
    public String current(Section entry) {
        return entry == section ? "page" : "false";
    }
}
