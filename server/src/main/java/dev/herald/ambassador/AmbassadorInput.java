package dev.herald.ambassador;

import dev.herald.platform.Input;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what somebody tells about an ambassador, from JSON. */
final class AmbassadorInput {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_EMAIL = 254;
    static final int LONGEST_HANDLE = 100;
    static final int MOST_LABELS = 20;
    static final int LONGEST_LABEL = 50;
    static final long MOST_FOLLOWERS = 1_000_000_000_000L;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>,;\"]+@[^@\\s<>,;\"]+");

    private AmbassadorInput() {}

    static AmbassadorDraft read(Input in) {
        var draft = new AmbassadorDraft(
                in.text("name", LONGEST_NAME),
                in.optionalText("email", LONGEST_EMAIL),
                in.optionalText("handle", LONGEST_HANDLE),
                in.integer("audience_size", 0, MOST_FOLLOWERS, Ambassador.USUAL_AUDIENCE),
                in.texts("channels", MOST_LABELS, LONGEST_LABEL),
                in.texts("tags", MOST_LABELS, LONGEST_LABEL));
        return checked(in, draft);
    }

    /** What is named changes, also to absent; all else stays. */
    static AmbassadorDraft change(Input in, AmbassadorDraft before) {
        if (in.clears("name")) {
            in.refuse("name", "is needed.");
        }
        var email = in.optionalText("email", LONGEST_EMAIL);
        var handle = in.optionalText("handle", LONGEST_HANDLE);
        var draft = new AmbassadorDraft(
                in.has("name") ? in.text("name", LONGEST_NAME) : before.name(),
                in.has("email") || in.clears("email") ? email : before.email(),
                in.has("handle") || in.clears("handle") ? handle : before.handle(),
                in.integer("audience_size", 0, MOST_FOLLOWERS, before.audienceSize()),
                labels(in, "channels", before.channels()),
                labels(in, "tags", before.tags()));
        return checked(in, draft);
    }

    static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    private static List<String> labels(Input in, String field, List<String> before) {
        return in.has(field) || in.clears(field) ? in.texts(field, MOST_LABELS, LONGEST_LABEL) : before;
    }

    private static AmbassadorDraft checked(Input in, AmbassadorDraft draft) {
        if (draft.email() != null && in.has("email") && !isEmail(draft.email())) {
            in.refuse("email", "must be an e-mail address such as mia@example.com.");
        }
        return draft;
    }
}
