package dev.herald.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.StartRefused;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Map;

/** Reads the JDBC address of an operator's own database, keeping the password out of what may be printed. */
final class DatabaseUrl {

    private static final String PREFIX = "jdbc:postgresql:";

    private DatabaseUrl() {}

    /** User and password stand in the address or, better, in the environment. */
    static DatabaseAddress parse(String text, Map<String, String> environment) {
        if (!text.startsWith(PREFIX)) {
            throw new StartRefused("--database-url must look like jdbc:postgresql://host:5432/database.");
        }
        var user = environment.getOrDefault("HERALD_DATABASE_USER", System.getProperty("user.name", ""));
        var password = environment.getOrDefault("HERALD_DATABASE_PASSWORD", "");
        var question = text.indexOf('?');
        var others = new ArrayList<String>();
        for (var parameter :
                question < 0 ? new String[0] : text.substring(question + 1).split("&", -1)) {
            if (parameter.startsWith("user=")) {
                user = value(parameter);
            } else if (parameter.startsWith("password=")) {
                password = value(parameter);
            } else if (!parameter.isEmpty()) {
                others.add(parameter);
            }
        }
        var base = question < 0 ? text : text.substring(0, question);
        return new DatabaseAddress(others.isEmpty() ? base : base + "?" + String.join("&", others), user, password);
    }

    private static String value(String parameter) {
        return URLDecoder.decode(parameter.substring(parameter.indexOf('=') + 1), UTF_8);
    }
}
