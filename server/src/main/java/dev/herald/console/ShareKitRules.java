package dev.herald.console;

import dev.herald.campaign.Campaign;
import dev.herald.console.ShareKitPage.Post;
import dev.herald.share.Channel;
import dev.herald.share.Platform;
import dev.herald.share.ShortLink;
import dev.herald.web.Formats;
import java.util.Map;
import java.util.Optional;

/**
 * Arranges what a brand posts itself. Pure.
 *
 * @param origin where this server is reached
 * @param about the offer in a sentence of the brand's language
 */
record ShareKitRules(Formats formats, String origin, String about) {

    private static final Map<Channel, Platform> PLATFORMS = Map.of(
            Channel.INSTAGRAM, Platform.INSTAGRAM,
            Channel.TIKTOK, Platform.TIKTOK,
            Channel.YOUTUBE, Platform.YOUTUBE,
            Channel.X, Platform.X);

    /** Why a campaign has nothing to share; "" if it has. */
    static String why(Campaign campaign) {
        if (campaign.blanketCode() == null) {
            return "This campaign has no code that everybody shares. Its ambassadors find their own links, QR codes and "
                    + "captions on their pages.";
        }
        return campaign.state() == Campaign.State.DRAFT
                ? "The campaign is a draft. Once it is launched, its public page opens and its links lead there."
                : "";
    }

    static String note(Campaign.State state, boolean knowsShop) {
        return switch (state) {
            case ENDED, ARCHIVED -> "The campaign is over: its links lead to a page that says so.";
            case PAUSED -> "The campaign is paused: its links lead to a page that says so, until it is resumed.";
            case SCHEDULED -> "The campaign has not begun: its links lead to a page that says when it does.";
            case DRAFT, RUNNING ->
                knowsShop
                        ? ""
                        : "Links lead to the public page, because Herald does not know your shop's address yet. "
                                + "Settings has a field for it.";
        };
    }

    Post post(ShortLink link, long clicks, String code) {
        var address = origin + (link.channel() == Channel.PAGE ? link.page() : link.path());
        var platform = Optional.ofNullable(PLATFORMS.get(link.channel()));
        var text = link.channel() == Channel.PAGE || link.channel() == Channel.POSTER ? "" : about + " " + address;
        return new Post(
                link.channel().shown(),
                icon(link.channel()),
                help(link.channel()),
                address,
                link.page(),
                formats.count(clicks) + (clicks == 1 ? " click" : " clicks"),
                text,
                platform.map(where -> formats.count(where.length(text)) + " of " + formats.count(where.limit())
                                + " characters")
                        .orElse(""),
                code);
    }

    private static String icon(Channel channel) {
        return switch (channel) {
            case PAGE -> "external-link";
            case NEWSLETTER -> "mail";
            case POSTER -> "printer";
            case AMBASSADOR -> "users";
            case INSTAGRAM, TIKTOK, YOUTUBE, X -> "brand-" + channel.word();
        };
    }

    private static String help(Channel channel) {
        return switch (channel) {
            case PAGE -> "The offer, the code and its conditions. Clicks are those on its button to the shop.";
            case INSTAGRAM, TIKTOK -> "Put the link into your profile; in a caption nobody can tap it.";
            case YOUTUBE -> "For the description of a video.";
            case X -> "For a post.";
            case NEWSLETTER -> "For a button or a line of text.";
            case POSTER -> "Print the QR code: its scans are counted here.";
            case AMBASSADOR -> "";
        };
    }
}
