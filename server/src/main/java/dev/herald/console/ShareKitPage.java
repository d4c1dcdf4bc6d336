package dev.herald.console;

import java.util.List;

/**
 * What a brand posts itself: a link for each of its channels, so that its own posts are told from the ambassadors'.
 *
 * @param why why there is nothing to share, with the one thing to do; "" if there is
 * @param note what has to be known; "" for nothing
 */
public record ShareKitPage(Shell shell, String campaign, String address, String why, String note, List<Post> posts) {

    /**
     * One channel.
     *
     * @param link where its posts lead
     * @param page its public page
     * @param text to post, "" where there is nothing to write
     * @param length how much of the platform's limit the text takes, "" without a limit
     */
    public record Post(
            String channel,
            String icon,
            String help,
            String link,
            String page,
            String clicks,
            String text,
            String length,
            String code) {}

    public ShareKitPage {
        posts = List.copyOf(posts);
    }
}
