package dev.herald.console;

import dev.herald.console.AmbassadorsPage.Told;
import dev.herald.web.Moment;
import java.util.List;

/**
 * One ambassador: who he is, what he brought and how sure that is, and his page.
 *
 * @param link a magic link made just now, shown this once; "" if none
 */
public record ProfilePage(
        Shell shell,
        Person person,
        List<Figure> figures,
        Chart chart,
        List<Membership> memberships,
        AudienceCard audience,
        RewardCard rewards,
        Visits visits,
        List<Mail> mails,
        String link,
        Told told) {

    public ProfilePage {
        figures = List.copyOf(figures);
        memberships = List.copyOf(memberships);
        mails = List.copyOf(mails);
    }

    /** Who it is; an absent address or handle is "". */
    public record Person(
            String id,
            String name,
            String initials,
            String email,
            String handle,
            String followers,
            List<String> channels,
            List<String> tags,
            Moment since,
            List<Badge> badges,
            boolean removed) {

        public Person {
            channels = List.copyOf(channels);
            tags = List.copyOf(tags);
            badges = List.copyOf(badges);
        }

        public String address() {
            return "/console/ambassadors/" + id;
        }
    }

    /**
     * A campaign he is a member of, with his code there.
     *
     * @param place his rate and what may be said of it; none where all share one code
     */
    public record Membership(
            String campaign,
            String address,
            Badge state,
            String code,
            Badge codeState,
            boolean shared,
            String used,
            List<RankingRow> place) {

        public Membership {
            place = List.copyOf(place);
        }
    }

    /**
     * His own page.
     *
     * @param links how many magic links work
     * @param opened when he first and last saw it; nothing if never
     * @param canMail whether an invitation can be sent now
     * @param whyNot why none can be; "" if it can
     */
    public record Visits(int links, List<Moment> opened, boolean canMail, String whyNot) {

        public Visits {
            opened = List.copyOf(opened);
        }
    }

    /** An invitation, and what became of it. */
    public record Mail(String address, Badge state, String reason, Moment at) {}
}
