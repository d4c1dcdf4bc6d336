package dev.herald.console;

import dev.herald.web.Form;
import java.util.List;

/**
 * Brings in when ambassadors posted, from a file.
 *
 * @param address of the estimated credit
 * @param told what became of the file; "" if none was sent
 * @param refused rows that could not be had, the first of them
 * @param more how many others there are; "" if none
 * @param zone in which times without an offset are read
 */
public record PostFilePage(
        Shell shell,
        String address,
        String campaign,
        Form form,
        String told,
        List<Refused> refused,
        String more,
        String most,
        String zone) {

    /** A row, and why it could not be had. */
    public record Refused(String line, String why) {}

    public PostFilePage {
        refused = List.copyOf(refused);
    }
}
