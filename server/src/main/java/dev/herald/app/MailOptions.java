package dev.herald.app;

import dev.herald.invite.MailServer;
import dev.herald.platform.StartRefused;
import picocli.CommandLine.Option;

/** How Herald sends mail. */
final class MailOptions {

    @Option(
            names = "--smtp",
            paramLabel = "URL",
            defaultValue = "${env:HERALD_SMTP:-}",
            description = {
                "The mail server: smtp://user:password@host:port (STARTTLS if it is offered), smtp+starttls://… (never "
                        + "without) or smtps://… (TLS). Also from HERALD_SMTP, which no process list shows.",
                "Without one, links are copied and sent by hand."
            })
    private String smtp = "";

    @Option(
            names = "--mail-from",
            paramLabel = "ADDRESS",
            defaultValue = "${env:HERALD_MAIL_FROM:-}",
            description = "The address that mail comes from, such as codes@example.com. Also from HERALD_MAIL_FROM.")
    private String from = "";

    MailServer server() {
        if (smtp.isBlank()) {
            return MailServer.NONE;
        }
        return MailServer.parse(smtp.strip(), from.strip())
                .orElseThrow(() -> new StartRefused("Mail cannot be sent like this: --smtp is an address such as "
                        + "smtp://user:password@mail.example.com:587 with everything but letters and digits in the "
                        + "password percent-encoded, and --mail-from one such as codes@example.com."));
    }
}
