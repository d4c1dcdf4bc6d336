package dev.herald.wizard;

import dev.herald.console.Shell;
import dev.herald.web.Form;
import java.util.List;

/** What a campaign's ambassadors are offered to post, to be written. */
public record CampaignCaptionsPage(Shell shell, String address, String name, Form form, List<CaptionView> platforms) {

    public CampaignCaptionsPage {
        platforms = List.copyOf(platforms);
    }
}
