package dev.herald.ambassador;

import dev.herald.access.BrandId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The SQL that finds ambassadors. Words come from an index by how they begin; the rest is looked at row by row. */
final class AmbassadorSearchStore {

    private static final String ROWS = """
            select ambassador_id, name, email, handle, audience_size, channels, tags, first_opened_at, last_opened_at,
                   unsubscribed_at, removed_at, created_at
            """;

    /** Those whom a filter means, each of its words found as the beginning of one of theirs. */
    private static final String MATCHING = """

              from ambassador
             where brand_id = :brand
               and (removed_at is not null) = :removed
               and (first_opened_at is null or not :never_opened)
               and (:everybody or ambassador_id = any (:among))
               and (:wanted = 0
                    or ambassador_id in (
                       select w.ambassador_id
                         from unnest(:froms, :tos) with ordinality as asked(from_word, to_word, place)
                         join ambassador_word w
                           on w.brand_id = :brand
                          and w.word >= asked.from_word collate "C"
                          and w.word < asked.to_word collate "C"
                        group by w.ambassador_id
                       having count(distinct place) = :wanted))
            """;

    private final Handle tx;
    private final BrandId brand;

    AmbassadorSearchStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    /** Those with a smaller id than one of the page before. */
    List<Ambassador> newest(AmbassadorFilter filter, long before, int most) {
        return filtered(filter, tx.createQuery(ROWS + MATCHING + """
                           and ambassador_id < :before
                         order by ambassador_id desc
                         limit :most
                        """))
                .bind("before", before)
                .bind("most", most)
                .map((row, _) -> AmbassadorStore.ambassador(row))
                .list();
    }

    /** Those whose names come after that of the last of the page before; all if there was none. */
    List<Ambassador> byName(AmbassadorFilter filter, long after, int most) {
        return filtered(filter, tx.createQuery(ROWS + MATCHING + """
                           and (name_key, ambassador_id) > (
                               select coalesce(max(name_key), ''), coalesce(max(ambassador_id), 0)
                                 from ambassador
                                where brand_id = :brand
                                  and ambassador_id = :after)
                         order by name_key, ambassador_id
                         limit :most
                        """))
                .bind("after", after)
                .bind("most", most)
                .map((row, _) -> AmbassadorStore.ambassador(row))
                .list();
    }

    /** How many there are, but no more than asked for. */
    int count(AmbassadorFilter filter, int most) {
        return filtered(filter, tx.createQuery("select count(*) from (select" + MATCHING + " limit :most) as matching"))
                .bind("most", most)
                .mapTo(Integer.class)
                .one();
    }

    /** The different words of a kind, such as tags, in their order; jumps from one to the next in the index. */
    List<String> labels(String kind, int most) {
        return tx.createQuery("""
                        with recursive label as (
                            select min(word) as word
                              from ambassador_word
                             where brand_id = :brand
                               and word > :kind collate "C"
                               and word < :end collate "C"
                             union all
                            select (select min(word)
                                      from ambassador_word
                                     where brand_id = :brand
                                       and word > label.word
                                       and word < :end collate "C")
                              from label
                             where label.word is not null)
                        select substring(word from length(:kind) + 1)
                          from label
                         where word is not null
                         limit :most
                        """)
                .bind("brand", brand.value())
                .bind("kind", kind)
                .bind("end", kind.substring(0, kind.length() - 1) + ';')
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    private Query filtered(AmbassadorFilter filter, Query query) {
        var wanted = AmbassadorWords.wanted(filter);
        var among = filter.among();
        return query.bind("brand", brand.value())
                .bind("removed", filter.removed())
                .bind("never_opened", filter.neverOpened())
                .bind("everybody", among == null)
                .bindArray("among", Long.class, among == null ? List.of() : AmbassadorStore.values(among))
                .bind("wanted", wanted.size())
                .bindArray(
                        "froms",
                        String.class,
                        wanted.stream().map(AmbassadorWords.Span::from).toList())
                .bindArray(
                        "tos",
                        String.class,
                        wanted.stream().map(AmbassadorWords.Span::to).toList());
    }
}
