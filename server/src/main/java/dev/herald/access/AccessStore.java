package dev.herald.access;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** All SQL of brands, people and credentials. */
final class AccessStore {

    /** A credential as it was found by its secret. */
    record Found(long credentialId, long brandId, long subjectId, String scope) {}

    private final Handle tx;

    AccessStore(Handle tx) {
        this.tx = tx;
    }

    void insertBrand(long id, String name, Brand.Mode mode, byte[] secret, Instant at) {
        tx.createUpdate("""
                        insert into brand (brand_id, name, mode, secret, created_at)
                        values (:id, :name, :mode, :secret, :at)
                        """)
                .bind("id", id)
                .bind("name", name)
                .bind("mode", mode.name().toLowerCase(Locale.ROOT))
                .bind("secret", secret)
                .bind("at", at)
                .execute();
    }

    void insertPerson(BrandId brand, long id, String name, Instant at) {
        tx.createUpdate("""
                        insert into person (brand_id, person_id, name, role, created_at)
                        values (:brand, :id, :name, 'owner', :at)
                        """)
                .bind("brand", brand.value())
                .bind("id", id)
                .bind("name", name)
                .bind("at", at)
                .execute();
    }

    Optional<Brand> brand(BrandId id) {
        return tx.createQuery("""
                        select brand_id, name, mode, secret, time_zone, automatic_correction,
                               language, currency, colour, shop_url, code_parameter, payout_limit
                          from brand
                         where brand_id = :id
                        """)
                .bind("id", id.value())
                .map(AccessStore::brand)
                .findOne();
    }

    void setCorrectsSlips(BrandId id, boolean correctsSlips) {
        tx.createUpdate("""
                        update brand
                           set automatic_correction = :corrects
                         where brand_id = :id
                        """)
                .bind("id", id.value())
                .bind("corrects", correctsSlips)
                .execute();
    }

    /** In another currency the same figure may be more, and nobody agreed to that: each payout run needs approval then. */
    void setLook(BrandId id, String name, ZoneId zone, BrandLook look) {
        tx.createUpdate("""
                        update brand
                           set name = :name, time_zone = :zone, language = :language, currency = :currency,
                               colour = :colour, shop_url = :shop, code_parameter = :parameter,
                               payout_limit = case when currency = :currency or payout_limit is null
                                                   then payout_limit else 0 end
                         where brand_id = :id
                        """)
                .bind("id", id.value())
                .bind("name", name)
                .bind("zone", zone.getId())
                .bind("language", look.locale().toLanguageTag())
                .bind("currency", look.currency().getCurrencyCode())
                .bind("colour", look.colour())
                .bind("shop", look.shop())
                .bind("parameter", look.parameter())
                .execute();
    }

    /** The test brand in which a brand's staff look around, while others wait to ask the same. */
    Optional<Long> lockDemoOf(BrandId brand) {
        return tx.createQuery("""
                        select demo_id
                          from brand
                         where brand_id = :brand
                           for no key update
                        """)
                .bind("brand", brand.value())
                .mapTo(Long.class)
                .findOne();
    }

    void setDemoOf(BrandId brand, BrandId demo) {
        tx.createUpdate("""
                        update brand
                           set demo_id = :demo
                         where brand_id = :brand
                        """)
                .bind("brand", brand.value())
                .bind("demo", demo.value())
                .execute();
    }

    /** With all that is its own; the database refuses it for a live brand. */
    void removeTestBrand(BrandId brand) {
        tx.createQuery("select herald_remove_test_brand(:brand)")
                .bind("brand", brand.value())
                .mapTo(String.class)
                .list();
    }

    Optional<Long> ownerOf(BrandId brand) {
        return tx.createQuery("""
                        select person_id
                          from person
                         where brand_id = :brand
                           and removed_at is null
                         order by person_id
                         limit 1
                        """)
                .bind("brand", brand.value())
                .mapTo(Long.class)
                .findOne();
    }

    Optional<String> personName(BrandId brand, long person) {
        return tx.createQuery("""
                        select name
                          from person
                         where brand_id = :brand
                           and person_id = :person
                           and removed_at is null
                        """)
                .bind("brand", brand.value())
                .bind("person", person)
                .mapTo(String.class)
                .findOne();
    }

    void insertCredential(Credential credential, byte[] hash, Instant at) {
        tx.createUpdate("""
                        insert into credential (hash, kind, credential_id, brand_id, subject_id, scope, hint, created_at, expires_at)
                        values (:hash, :kind, :id, :brand, :subject, :scope, :hint, :at, :expires)
                        """)
                .bind("hash", hash)
                .bind("kind", credential.kind().column())
                .bind("id", credential.id())
                .bind(
                        "brand",
                        credential.brand() == null ? null : credential.brand().value())
                .bind("subject", credential.subject())
                .bind("scope", credential.scope())
                .bind("hint", credential.hint())
                .bind("at", at)
                .bind("expires", credential.expires())
                .execute();
    }

    /** A credential that is still good. */
    Optional<Found> find(Credential.Kind kind, byte[] hash, Instant at) {
        return tx.createQuery("""
                        select credential_id, coalesce(brand_id, 0) as brand_id, subject_id, scope
                          from credential
                         where hash = :hash
                           and kind = :kind
                           and revoked_at is null
                           and (expires_at is null or expires_at > :at)
                        """)
                .bind("hash", hash)
                .bind("kind", kind.column())
                .bind("at", at)
                .map(AccessStore::found)
                .findOne();
    }

    /** Uses a one-time credential up; empty if it was used, has expired or never was. */
    Optional<Found> spend(Credential.Kind kind, byte[] hash, Instant at) {
        return tx.createQuery("""
                        update credential
                           set revoked_at = :at, last_used_at = :at
                         where hash = :hash
                           and kind = :kind
                           and revoked_at is null
                           and (expires_at is null or expires_at > :at)
                        returning credential_id, coalesce(brand_id, 0) as brand_id, subject_id, scope
                        """)
                .bind("hash", hash)
                .bind("kind", kind.column())
                .bind("at", at)
                .map(AccessStore::found)
                .findOne();
    }

    int revokeAll(Credential.Kind kind, BrandId brand, Instant at) {
        return tx.createUpdate("""
                        update credential
                           set revoked_at = :at
                         where brand_id = :brand
                           and kind = :kind
                           and revoked_at is null
                        """)
                .bind("brand", brand.value())
                .bind("kind", kind.column())
                .bind("at", at)
                .execute();
    }

    int revokeSetupLinks(Instant at) {
        return tx.createUpdate("""
                        update credential
                           set revoked_at = :at
                         where kind = 'setup_link'
                           and revoked_at is null
                        """).bind("at", at).execute();
    }

    /**
     * Every brand there is, as far as anybody can enter it. It steps from brand to brand along the index: each may have a
     * credential for every link of every ambassador.
     */
    List<Long> brandsWithCredentials() {
        return tx.createQuery("""
                        with recursive known as (
                            select min(brand_id) as brand_id from credential
                             union all
                            select (select min(brand_id) from credential where brand_id > known.brand_id)
                              from known
                             where known.brand_id is not null
                        )
                        select brand_id from known where brand_id is not null order by brand_id
                        """).mapTo(Long.class).list();
    }

    private static Found found(RowView row) {
        return new Found(
                row.getColumn("credential_id", Long.class),
                row.getColumn("brand_id", Long.class),
                row.getColumn("subject_id", Long.class),
                row.getColumn("scope", String.class));
    }

    private static Brand brand(RowView row) {
        return new Brand(
                new BrandId(row.getColumn("brand_id", Long.class)),
                row.getColumn("name", String.class),
                Brand.Mode.valueOf(row.getColumn("mode", String.class).toUpperCase(Locale.ROOT)),
                new BrandSecret(row.getColumn("secret", byte[].class)),
                ZoneId.of(row.getColumn("time_zone", String.class)),
                row.getColumn("automatic_correction", Boolean.class),
                new BrandLook(
                        Locale.forLanguageTag(row.getColumn("language", String.class)),
                        Currency.getInstance(row.getColumn("currency", String.class)),
                        row.getColumn("colour", String.class),
                        row.getColumn("shop_url", String.class),
                        row.getColumn("code_parameter", String.class)),
                Objects.requireNonNullElse(row.getColumn("payout_limit", Long.class), Brand.NO_PAYOUT_LIMIT));
    }
}
