package dev.herald.console;

import dev.herald.web.Form;
import dev.herald.web.Moment;
import java.util.List;

/**
 * One code: what it is, and what can become of it.
 *
 * @param told what was just done; "" for nothing
 * @param ends one if it has an end
 * @param successor one if another code has taken its place
 */
public record CodePage(
        Shell shell,
        String id,
        String code,
        String spoken,
        Badge state,
        String kind,
        String campaign,
        String campaignAddress,
        String owner,
        String ownerAddress,
        List<Moment> ends,
        List<Link> successor,
        boolean separated,
        boolean canBeReplaced,
        boolean canEnd,
        String told) {

    /** Another code. */
    public record Link(String code, String address) {}

    /**
     * Asks whether something is to be done with a code, and says what it means.
     *
     * @param act replace, end or disable
     * @param alternatives codes that are free where the wished one is not
     */
    public record Ask(
            Shell shell,
            String id,
            String code,
            String act,
            String token,
            Form form,
            List<String> alternatives,
            String unit) {

        public Ask {
            alternatives = List.copyOf(alternatives);
        }

        public String address() {
            return "/console/codes/" + id;
        }
    }

    public CodePage {
        ends = List.copyOf(ends);
        successor = List.copyOf(successor);
    }

    public String address() {
        return "/console/codes/" + id;
    }
}
