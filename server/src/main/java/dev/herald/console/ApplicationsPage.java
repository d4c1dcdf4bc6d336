package dev.herald.console;

import dev.herald.web.Moment;
import java.util.List;

/**
 * People who asked to become ambassadors.
 *
 * @param open whether the form is on
 * @param link where the form is
 * @param waiting those who wait for an answer
 * @param decided the latest answers
 * @param next the address of the following page of those who wait; "" on the last
 * @param told what was done just now; "" if nothing
 * @param magicLink a link for somebody who was approved just now and gets no mail, shown this once; "" if none
 */
public record ApplicationsPage(
        Shell shell,
        boolean open,
        String link,
        boolean canMail,
        List<Wish> waiting,
        List<Decided> decided,
        String next,
        String told,
        String magicLink) {

    public ApplicationsPage {
        waiting = List.copyOf(waiting);
        decided = List.copyOf(decided);
    }

    /** Somebody who waits; what he did not say is "", also the number of followers that is then assumed. */
    public record Wish(
            String id,
            String name,
            String initials,
            String email,
            String handle,
            String followers,
            List<String> channels,
            String why,
            Moment at) {

        public Wish {
            channels = List.copyOf(channels);
        }
    }

    /**
     * An answer.
     *
     * @param profile where the ambassador is that it made; "" if declined
     */
    public record Decided(String id, String name, Badge state, String profile, Moment at) {}
}
