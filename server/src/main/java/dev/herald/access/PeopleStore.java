package dev.herald.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The SQL of a brand's staff. */
final class PeopleStore {

    private final Handle tx;

    PeopleStore(Handle tx) {
        this.tx = tx;
    }

    List<Person> present(BrandId brand) {
        return tx.createQuery("""
                        select person_id, name, created_at
                          from person
                         where brand_id = :brand
                           and removed_at is null
                         order by person_id
                        """)
                .bind("brand", brand.value())
                .map(row -> new Person(
                        new Person.Id(row.getColumn("person_id", Long.class)),
                        row.getColumn("name", String.class),
                        row.getColumn("created_at", Instant.class)))
                .list();
    }

    /** Of those who are there, and of those who were. */
    Map<String, String> names(BrandId brand) {
        return tx
                .createQuery("""
                        select person_id, name
                          from person
                         where brand_id = :brand
                        """)
                .bind("brand", brand.value())
                .map(row -> Map.entry(
                        new Person.Id(row.getColumn("person_id", Long.class)).toString(),
                        row.getColumn("name", String.class)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Two who remove each other at the same moment take turns. */
    void lock(BrandId brand) {
        tx.createQuery("""
                        select brand_id
                          from brand
                         where brand_id = :brand
                           for no key update
                        """).bind("brand", brand.value()).mapTo(Long.class).one();
    }

    void remove(BrandId brand, Person.Id person, Instant at) {
        tx.createUpdate("""
                        update person
                           set removed_at = :at
                         where brand_id = :brand
                           and person_id = :person
                        """)
                .bind("brand", brand.value())
                .bind("person", person.value())
                .bind("at", at)
                .execute();
    }

    void revokeEntries(BrandId brand, Person.Id person, Instant at) {
        tx.createUpdate("""
                        update credential
                           set revoked_at = :at
                         where brand_id = :brand
                           and kind in ('console_link', 'session')
                           and subject_id = :person
                           and revoked_at is null
                        """)
                .bind("brand", brand.value())
                .bind("person", person.value())
                .bind("at", at)
                .execute();
    }
}
