package dev.herald.console;

import dev.herald.console.Badge.Tone;
import dev.herald.invite.Invitation;
import dev.herald.invite.Invitations.Invited;
import dev.herald.web.Formats;
import java.util.ArrayList;

/** Puts into words what became of invitations. */
record MailRules(Formats formats) {

    /** What came of a wish to invite some people. */
    String told(Invited invited) {
        var sentences = new ArrayList<String>();
        sentences.add(
                switch (invited.queued()) {
                    case 0 -> "No invitation is sent.";
                    case 1 -> "The invitation is on its way.";
                    default -> formats.count(invited.queued()) + " invitations are on their way.";
                });
        add(sentences, invited.unreachable(), "has no e-mail address.", "have no e-mail address.");
        add(sentences, invited.unwilling(), "wants no mail.", "want no mail.");
        add(sentences, invited.recent(), "was invited within the last hour.", "were invited within the last hour.");
        return String.join(" ", sentences);
    }

    private void add(ArrayList<String> sentences, int count, String one, String many) {
        if (count > 0) {
            sentences.add(formats.count(count) + " " + (count == 1 ? one : many));
        }
    }

    static Badge state(Invitation.State state) {
        return switch (state) {
            case QUEUED -> new Badge("Queued", Tone.INFO);
            case SENT -> new Badge("Sent", Tone.GOOD);
            case FAILED -> new Badge("Failed", Tone.BAD);
            case UNSUBSCRIBED -> new Badge("Unsubscribed", Tone.WARN);
        };
    }
}
