package dev.herald.invite;

import dev.herald.platform.RequestRefused;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Hands mail to the mail server, one after another over the same connection as long as that lasts. */
final class Mailer implements AutoCloseable {

    /** What the mail server said. */
    sealed interface Outcome {

        /** The server has it; from here on it is the server's to deliver. */
        record Sent() implements Outcome {}

        /** It will never take this mail. */
        record Refused(String why) implements Outcome {}

        /** It may take this mail later. */
        record Later(String why) implements Outcome {}

        /** Nobody answers, or the connection broke before the mail was taken. */
        record Away(String why) implements Outcome {}
    }

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String PATIENCE_MILLIS = "20000";
    private static final int LONGEST_REASON = 300;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\u2028\u2029]+");

    private final MailServer server;
    private final Session session;
    private @Nullable Transport open;

    Mailer(MailServer server) {
        this.server = server;
        this.session = Session.getInstance(properties(server));
    }

    synchronized Outcome send(Letter letter) {
        MimeMessage message;
        try {
            message = message(letter);
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            return new Outcome.Refused(reason(unwritable));
        }
        try {
            connection().sendMessage(message, message.getAllRecipients());
            return new Outcome.Sent();
        } catch (AuthenticationFailedException wrong) {
            close();
            throw new RequestRefused(
                    502,
                    "mail_login_refused",
                    "The mail server refuses user and password. Start Herald with others, then resume.");
        } catch (MessagingException fault) {
            var outcome = outcome(fault);
            if (outcome instanceof Outcome.Away) {
                close();
            }
            return outcome;
        }
    }

    private Transport connection() throws MessagingException {
        var known = open;
        if (known != null && known.isConnected()) {
            return known;
        }
        var fresh = session.getTransport("smtp");
        if (server.user().isEmpty()) {
            fresh.connect();
        } else {
            fresh.connect(server.host(), server.port(), server.user(), server.password());
        }
        open = fresh;
        return fresh;
    }

    /** A code of 500 and more is final, one of 400 and more is not (RFC 5321). */
    private static Outcome outcome(MessagingException fault) {
        for (Throwable cause = fault; cause instanceof MessagingException one; cause = one.getNextException()) {
            var code = switch (one) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> 0;
            };
            if (code >= 500) {
                return new Outcome.Refused(reason(one));
            }
            if (code >= 400) {
                return new Outcome.Later(reason(one));
            }
        }
        return fault instanceof SendFailedException
                ? new Outcome.Refused(reason(fault))
                : new Outcome.Away(reason(fault));
    }

    private MimeMessage message(Letter letter) throws MessagingException, UnsupportedEncodingException {
        var message = new Numbered(session, "<" + letter.id() + "@" + server.domain() + ">");
        message.setFrom(new InternetAddress(server.from(), oneLine(letter.fromName()), UTF_8));
        message.setRecipients(Message.RecipientType.TO, new Address[] {to(letter)});
        message.setSubject(oneLine(letter.subject()), UTF_8);
        message.setSentDate(Date.from(letter.at()));
        message.setHeader("List-Unsubscribe", "<" + oneLine(letter.unsubscribe()) + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setHeader("Auto-Submitted", "auto-generated");
        var text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8, "plain");
        var html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    /** Exactly one address: a list in its place would send somebody's link to strangers. */
    private static InternetAddress to(Letter letter) throws AddressException, UnsupportedEncodingException {
        var addresses = InternetAddress.parse(letter.to(), true);
        if (addresses.length != 1 || addresses[0].isGroup()) {
            throw new AddressException("Not one address");
        }
        addresses[0].validate();
        addresses[0].setPersonal(oneLine(letter.toName()), UTF_8);
        return addresses[0];
    }

    /** A line end in a name would begin another header. */
    static String oneLine(String text) {
        return CONTROLS.matcher(text).replaceAll(" ").strip();
    }

    private static String reason(Exception fault) {
        var text = oneLine(String.valueOf(fault.getMessage()));
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }

    private static Properties properties(MailServer server) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.from", server.from());
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (server.security()) {
            case IF_OFFERED -> properties.setProperty("mail.smtp.starttls.enable", "true");
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
        }
        return properties;
    }

    /** A message that keeps the id it was given. */
    private static final class Numbered extends MimeMessage {

        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    @Override
    public synchronized void close() {
        var known = open;
        open = null;
        if (known != null) {
            try {
                known.close();
            } catch (MessagingException gone) {
                // It is closed all the same.
            }
        }
    }
}
