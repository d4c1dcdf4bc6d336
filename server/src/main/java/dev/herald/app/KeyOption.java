package dev.herald.app;

import dev.herald.access.Access;
import dev.herald.access.Caller;
import dev.herald.access.Scope;
import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.StartRefused;
import java.time.InstantSource;
import picocli.CommandLine.Option;

/** The key that tells a command which brand it is about. */
final class KeyOption {

    @Option(names = "--key", paramLabel = "KEY", required = true, description = "An admin key of the brand.")
    private String key = "";

    Caller caller(Database db) {
        // It makes no ids: it only looks the key up.
        var caller = new Access(db, new Ids(0), InstantSource.system())
                .caller(key)
                .orElseThrow(() -> new StartRefused("This key is unknown or was revoked."));
        if (!caller.scope().allows(Scope.ADMIN)) {
            throw new StartRefused("This key may not do that: it needs the scope admin.");
        }
        return caller;
    }
}
