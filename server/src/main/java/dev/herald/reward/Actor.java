package dev.herald.reward;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.herald.access.ApiKey;
import dev.herald.access.Person;
import dev.herald.platform.Ids;
import java.util.regex.Pattern;

/** Who did something with a payout run: a person of the brand's staff or an API key, by the id as it is shown. */
public record Actor(@JsonValue String id) {

    private static final Pattern ID =
            Pattern.compile("(" + Person.Id.PREFIX + "|" + ApiKey.PREFIX + ")[0-9A-HJKMNP-TV-Z]{13}");

    public Actor {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Neither a person nor a key: " + id);
        }
    }

    public static Actor of(Person.Id person) {
        return new Actor(person.toString());
    }

    public static Actor key(long id) {
        return new Actor(Ids.format(ApiKey.PREFIX, id));
    }
}
