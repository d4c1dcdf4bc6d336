package dev.herald.console;

import dev.herald.web.Moment;
import java.util.List;

/** What whoever connects a shop needs: keys, requests to try, and the ways to the log and the reference. */
public record DevelopersPage(Shell shell, String origin, List<HeldKey> keys, List<Sample> samples, String told) {

    /** A key without its secret. */
    public record HeldKey(String id, String hint, Badge scope, Moment created, List<Moment> used) {

        public HeldKey {
            used = List.copyOf(used);
        }
    }

    /** A request that can be pasted into a shell. */
    public record Sample(String title, String text) {}

    /** A new key, shown this once. */
    public record NewKey(Shell shell, String key, Badge scope, String sample) {}

    /** Asks whether a key is to be revoked. */
    public record Revoke(Shell shell, HeldKey key) {}

    /** What was asked of the API since the server was started. */
    public record Log(Shell shell, Moment since, String most, List<Asked> requests) {

        public Log {
            requests = List.copyOf(requests);
        }
    }

    /** A request that was answered. */
    public record Asked(
            Moment at,
            String method,
            String path,
            Badge status,
            String code,
            String took,
            String scope,
            String repeat) {}

    public DevelopersPage {
        keys = List.copyOf(keys);
        samples = List.copyOf(samples);
    }
}
