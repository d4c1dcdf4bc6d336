package dev.herald.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.herald.platform.Answer;
import dev.herald.platform.Database;
import dev.herald.platform.Json;
import dev.herald.platform.RequestRefused;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Honours Idempotency-Key: a request and its kept answer are one transaction, so that neither exists without the other.
 * Only successes are kept; after a refusal the same key is judged afresh.
 */
public final class Idempotency {

    /** The most characters of a key. */
    public static final int MAX_KEY = 255;

    static final HeaderName KEY = HeaderNames.create("Idempotency-Key");

    /** Unwinds the transaction of an answer that is not to be kept, together with whatever it did. */
    private static final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Answer answer;

        NotKept(Answer answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }

    private record Kept(byte[] requestHash, int status, byte[] body, ObjectNode headers) {}

    private final Database db;

    public Idempotency(Database db) {
        this.db = db;
    }

    /** Carries the request out, or repeats the answer that the same request got before. */
    Answer once(Gate.Call call, Supplier<Answer> route) {
        var key = key(call);
        if (key == null) {
            return route.get();
        }
        var secret = call.caller().brand().secret();
        var keyHash = secret.hash("key", key).bytes();
        var requestHash = fingerprint(call).bytes();
        try {
            return db.inBrand(call.brand().value(), tx -> {
                if (claim(tx, call.brand(), keyHash, requestHash)) {
                    return keep(tx, call.brand(), keyHash, route.get());
                }
                return repeat(find(tx, call.brand(), keyHash), requestHash);
            });
        } catch (NotKept refusal) {
            return refusal.answer;
        }
    }

    /**
     * What a form of a page does, once however often it is sent.
     *
     * @param token what the page gave the form and no other
     * @param fields what was typed: another text is another wish
     * @param work tells the address to go on to
     */
    public String once(Brand brand, String token, String fields, Supplier<String> work) {
        var key = brand.secret().hash("form", token + "\n" + fields).bytes();
        return db.inBrand(brand.id().value(), tx -> {
            if (claim(tx, brand.id(), key, key)) {
                var address = work.get();
                keep(tx, brand.id(), key, Answer.ok(address));
                return address;
            }
            return Json.read(new String(find(tx, brand.id(), key).body(), StandardCharsets.UTF_8), String.class);
        });
    }

    /** The key a request carries; absent if it carries none. */
    public static @Nullable String key(Gate.Call call) {
        var header = call.request().headers().first(KEY);
        if (header.isEmpty()) {
            return null;
        }
        var key = header.get().strip();
        if (key.isEmpty() || key.length() > MAX_KEY) {
            throw new RequestRefused(
                    422, "idempotency_key_invalid", "An Idempotency-Key has 1 to " + MAX_KEY + " characters.");
        }
        return key;
    }

    /** The same for the same request, however its JSON members are ordered and spaced. */
    public static KeyedHash fingerprint(Gate.Call call) {
        return fingerprint(call.caller(), operation(call), content(call.body()));
    }

    /** The same, of a body that was read already. */
    public static KeyedHash fingerprint(Gate.Call call, JsonNode body) {
        return fingerprint(call.caller(), operation(call), body);
    }

    /** @param operation method and path */
    public static KeyedHash fingerprint(Caller caller, String operation, JsonNode body) {
        return caller.brand().secret().hash("request", Fingerprint.of(operation, body));
    }

    /** A file counts byte by byte. */
    private static JsonNode content(byte[] body) {
        return Json.parse(body)
                .orElseGet(() -> body.length == 0
                        ? NullNode.getInstance()
                        : TextNode.valueOf(new String(body, StandardCharsets.ISO_8859_1)));
    }

    private static String operation(Gate.Call call) {
        var prologue = call.request().prologue();
        var query = prologue.query().isEmpty() ? "" : "?" + prologue.query().rawValue();
        return prologue.method().text() + " " + prologue.uriPath().path() + query;
    }

    public static RequestRefused reused() {
        return new RequestRefused(
                422, "idempotency_key_reused", "This Idempotency-Key came with another request before. Use a new one.");
    }

    private static Answer repeat(Kept kept, byte[] requestHash) {
        if (!Arrays.equals(kept.requestHash(), requestHash)) {
            throw reused();
        }
        var answer = Answer.jsonBytes(kept.status(), kept.body());
        for (var header : kept.headers().properties()) {
            answer = answer.with(header.getKey(), header.getValue().asText());
        }
        return answer;
    }

    /** Waits for another transaction that claims the same key; false if that one was kept. */
    private static boolean claim(Handle tx, BrandId brand, byte[] keyHash, byte[] requestHash) {
        return tx.createUpdate("""
                                insert into idempotency (brand_id, key_hash, request_hash)
                                values (:brand, :key, :request)
                                on conflict do nothing
                                """)
                        .bind("brand", brand.value())
                        .bind("key", keyHash)
                        .bind("request", requestHash)
                        .execute()
                == 1;
    }

    private static Kept find(Handle tx, BrandId brand, byte[] keyHash) {
        return tx.createQuery("""
                        select request_hash, status, body, headers
                          from idempotency
                         where brand_id = :brand
                           and key_hash = :key
                        """)
                .bind("brand", brand.value())
                .bind("key", keyHash)
                .map((row, _) -> new Kept(
                        row.getBytes("request_hash"),
                        row.getInt("status"),
                        row.getBytes("body"),
                        Json.read(row.getString("headers"), ObjectNode.class)))
                .one();
    }

    /** JSON is what is answered if nothing else is said. */
    private static Map<String, String> headers(Answer answer) {
        return answer.contentType().endsWith("json")
                ? answer.headers()
                : answer.with("Content-Type", answer.contentType()).headers();
    }

    private static Answer keep(Handle tx, BrandId brand, byte[] keyHash, Answer answer) {
        if (!answer.isSuccess()) {
            throw new NotKept(answer);
        }
        tx.createUpdate("""
                        update idempotency
                           set status = :status, body = :body, headers = :headers::jsonb
                         where brand_id = :brand
                           and key_hash = :key
                        """)
                .bind("status", answer.status())
                .bind("body", answer.body())
                .bind("headers", Json.text(headers(answer)))
                .bind("brand", brand.value())
                .bind("key", keyHash)
                .execute();
        return answer;
    }
}
