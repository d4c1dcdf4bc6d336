package dev.herald.code;

import dev.herald.access.BrandId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Stores by the thousand what only imported codes have: ends of their own, and places among the memorable ones. */
final class CodeImportStore {

    /** What is left of a code without one letter. */
    record Key(CodeId code, long hash) {}

    private final Handle tx;
    private final BrandId brand;

    CodeImportStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    /** Lets new codes of this transaction end at their times. */
    void setEnds(Map<CodeId, Instant> ends) {
        var entries = List.copyOf(ends.entrySet());
        tx.createUpdate("""
                        update code c
                           set expires_at = a.expires_at::timestamptz, ended_at = a.expires_at::timestamptz
                          from unnest(:ids, :ends) as a(code_id, expires_at)
                         where c.brand_id = :brand
                           and c.code_id = a.code_id
                        """)
                .bind("brand", brand.value())
                .bindArray(
                        "ids",
                        Long.class,
                        entries.stream().map(entry -> entry.getKey().value()).toList())
                .bindArray(
                        "ends",
                        String.class,
                        entries.stream()
                                .map(entry -> entry.getValue().toString())
                                .toList())
                .execute();
    }

    /** Claims keys as {@link BookStore#claimKeys} does for one code; no key may come twice. */
    boolean claimKeys(List<Key> keys, Instant longGone) {
        return tx.createUpdate("""
                                insert into separation_key as k (brand_id, key_hash, code_id)
                                select :brand, key_hash, code_id
                                  from unnest(:keys, :codes) as a(key_hash, code_id)
                                on conflict (brand_id, key_hash) do update
                                   set code_id = excluded.code_id
                                 where exists (
                                       select
                                         from code c
                                        where (c.brand_id, c.code_id) = (k.brand_id, k.code_id)
                                          and c.ended_at <= :gone)
                                """)
                        .bind("brand", brand.value())
                        .bindArray(
                                "keys", Long.class, keys.stream().map(Key::hash).toList())
                        .bindArray(
                                "codes",
                                Long.class,
                                keys.stream().map(key -> key.code().value()).toList())
                        .bind("gone", longGone)
                        .execute()
                == keys.size();
    }
}
