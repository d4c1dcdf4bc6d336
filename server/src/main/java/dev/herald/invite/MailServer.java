package dev.herald.invite;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where mail is handed in, and whom it comes from.
 *
 * @param host "" if no mail can be sent
 * @param user "" if the server asks for none
 * @param from a plain address; the brand's name is put before it
 */
public record MailServer(String host, int port, Security security, String user, String password, String from) {

    /** There is none: links are copied and sent by hand. */
    public static final MailServer NONE = new MailServer("", 0, Security.IF_OFFERED, "", "", "");

    /** How the way to the server is protected. */
    public enum Security {
        /** STARTTLS where the server offers it, as between machines that trust each other's network. */
        IF_OFFERED,
        /** STARTTLS or nothing. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS
    }

    /**
     * Reads {@code smtp://}, {@code smtp+starttls://} or {@code smtps://}, then {@code user:password@host:port}, the first
     * two percent-encoded if need be; empty for anything else.
     */
    public static Optional<MailServer> parse(String address, String from) {
        try {
            var uri = new URI(address);
            var security = security(uri.getScheme());
            var mark = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
            var colon = mark.indexOf(':');
            if (security.isEmpty() || uri.getHost() == null || !from.matches("[^@\\s<>,;\"]+@[^@\\s<>,;\"]+")) {
                return Optional.empty();
            }
            return Optional.of(new MailServer(
                    uri.getHost(),
                    uri.getPort() > 0 ? uri.getPort() : usualPort(security.get()),
                    security.get(),
                    decoded(colon < 0 ? mark : mark.substring(0, colon)),
                    decoded(colon < 0 ? "" : mark.substring(colon + 1)),
                    from));
        } catch (java.net.URISyntaxException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    public boolean isPresent() {
        return !host.isEmpty();
    }

    /** For the Message-ID. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    /** Without the password, wherever this is printed. */
    @Override
    public String toString() {
        return host + ":" + port;
    }

    private static Optional<Security> security(String scheme) {
        return switch (scheme == null ? "" : scheme) {
            case "smtp" -> Optional.of(Security.IF_OFFERED);
            case "smtp+starttls" -> Optional.of(Security.STARTTLS);
            case "smtps" -> Optional.of(Security.TLS);
            default -> Optional.empty();
        };
    }

    private static int usualPort(Security security) {
        return security == Security.TLS ? 465 : 587;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
