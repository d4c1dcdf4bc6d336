package dev.herald.access;

import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.RequestRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Brands and whoever may enter them: API keys, one-time links, sessions, ambassadors' magic links. */
public final class Access {

    private static final Duration LINK_LIFE = Duration.ofHours(24);
    private static final Duration SESSION_LIFE = Duration.ofDays(14);

    /** How long another process's revocation may go unnoticed; this process's own is noticed at once. */
    private static final Duration KEY_MEMORY = Duration.ofSeconds(2);

    private static final int MOST_KEYS_REMEMBERED = 10_000;

    private record Remembered(Caller caller, Instant until) {}

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    public Access(Database db, Ids ids, InstantSource clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a brand with its owner. */
    public Brand createBrand(String name, Brand.Mode mode, String ownerName) {
        return createBrand(new BrandId(ids.next()), name, mode, ownerName);
    }

    private Brand createBrand(BrandId id, String name, Brand.Mode mode, String ownerName) {
        return db.inBrand(id.value(), tx -> {
            var store = new AccessStore(tx);
            store.insertBrand(id.value(), name, mode, Secrets.brandSecret(), clock.instant());
            store.insertPerson(id, ids.next(), ownerName, clock.instant());
            return store.brand(id).orElseThrow();
        });
    }

    public Optional<Brand> brand(BrandId id) {
        return db.inBrand(id.value(), tx -> new AccessStore(tx).brand(id));
    }

    /** Sets whether slips are mended without asking the buyer; other servers learn of it within two seconds. */
    public Brand correctSlips(BrandId id, boolean correctsSlips) {
        return changed(id, store -> store.setCorrectsSlips(id, correctsSlips));
    }

    /** Gives a brand another name, zone and look; other servers learn of it within two seconds. */
    public Brand dress(BrandId id, String name, ZoneId zone, BrandLook look) {
        return changed(id, store -> store.setLook(id, name, zone, look));
    }

    private Brand changed(BrandId id, Consumer<AccessStore> change) {
        var changed = db.inBrand(id.value(), tx -> {
            var store = new AccessStore(tx);
            change.accept(store);
            return store.brand(id).orElseThrow();
        });
        remembered.clear();
        return changed;
    }

    /** The brand of test data in which a brand's staff look around; made when it is not there. */
    public Brand demoOf(Brand brand, String name, String ownerName) {
        var fresh = new BrandId(ids.next());
        var demo = db.inBrands(List.of(brand.id().value(), fresh.value()), tx -> {
            var store = new AccessStore(tx);
            var known = store.lockDemoOf(brand.id());
            if (known.isPresent() && isThere(known.get())) {
                return new BrandId(known.get());
            }
            store.insertBrand(fresh.value(), name, Brand.Mode.TEST, Secrets.brandSecret(), clock.instant());
            store.insertPerson(fresh, ids.next(), ownerName, clock.instant());
            store.setDemoOf(brand.id(), fresh);
            return fresh;
        });
        return brand(demo).orElseThrow();
    }

    /** A removed brand leaves its credentials' rows neither. */
    private boolean isThere(long brand) {
        return db.withoutBrand(tx -> new AccessStore(tx).brandsWithCredentials())
                .contains(brand);
    }

    /** Removes a brand of test data, with everything in it; live brands stay. */
    public void removeTestBrand(Brand brand) {
        if (brand.mode() != Brand.Mode.TEST) {
            throw new RequestRefused(409, "live_brand", "Only a brand of test data can be removed.");
        }
        db.inBrand(brand.id().value(), tx -> {
            new AccessStore(tx).removeTestBrand(brand.id());
            return brand;
        });
        remembered.clear();
    }

    /** All brands of this database, for jobs that go brand by brand. */
    public List<BrandId> brands() {
        return db.withoutBrand(tx -> new AccessStore(tx).brandsWithCredentials()).stream()
                .map(BrandId::new)
                .toList();
    }

    /** Makes a secret key. It is shown this once; the database keeps its hash. */
    public String createKey(Brand brand, Scope scope) {
        var key = Secrets.apiKey(brand.mode());
        var id = ids.next();
        var hint = key.substring(0, 12);
        keep(new Credential(Credential.Kind.API_KEY, id, brand.id(), id, scope.name(), hint, null), key);
        return key;
    }

    /** Revokes all keys of a brand; this process forgets them at once. */
    public void revokeKeys(BrandId brand) {
        db.withoutBrand(tx -> new AccessStore(tx).revokeAll(Credential.Kind.API_KEY, brand, clock.instant()));
        remembered.clear();
    }

    /** Has this process ask the database about each key anew. */
    void forgetKeys() {
        remembered.clear();
    }

    /** Who shows this key; empty if it is no good. */
    public Optional<Caller> caller(String key) {
        var now = clock.instant();
        var known = remembered.get(key);
        if (known != null && known.until().isAfter(now)) {
            return Optional.of(known.caller());
        }
        if (!Secrets.isApiKey(key)) {
            return Optional.empty();
        }
        // One asks again; the thousands that come meanwhile go on with what was true a moment ago.
        if (known != null && !remembered.replace(key, known, new Remembered(known.caller(), now.plus(KEY_MEMORY)))) {
            return Optional.of(known.caller());
        }
        var caller = used(key)
                .flatMap(found -> brand(new BrandId(found.brandId()))
                        .map(brand -> new Caller(brand, Scope.valueOf(found.scope()), found.credentialId())));
        if (remembered.size() > MOST_KEYS_REMEMBERED) {
            remembered.clear();
        }
        caller.ifPresentOrElse(
                found -> remembered.put(key, new Remembered(found, now.plus(KEY_MEMORY))),
                () -> remembered.remove(key));
        return caller;
    }

    /** Makes a token for the address {@code /enter/<token>}, good once, which signs the brand's owner in. */
    public String createConsoleLink(BrandId brand) {
        var owner = db.inBrand(brand.value(), tx -> new AccessStore(tx).ownerOf(brand))
                .orElseThrow();
        return createConsoleLink(brand, new Person.Id(owner));
    }

    /** The same for one of the brand's staff. */
    String createConsoleLink(BrandId brand, Person.Id person) {
        var token = Secrets.token();
        var expires = clock.instant().plus(LINK_LIFE);
        keep(new Credential(Credential.Kind.CONSOLE_LINK, ids.next(), brand, person.value(), "", "", expires), token);
        return token;
    }

    /** Uses a console link up and opens a session; empty if the link was used or has expired. */
    public Optional<String> enter(String token) {
        return db.withoutBrand(tx ->
                        new AccessStore(tx).spend(Credential.Kind.CONSOLE_LINK, Secrets.sha256(token), clock.instant()))
                .map(found -> openSession(new BrandId(found.brandId()), found.subjectId()));
    }

    /** Makes a token for the address {@code /setup/<token>}, good once, which makes the first brand; former ones end. */
    public String createSetupLink() {
        db.withoutBrand(tx -> new AccessStore(tx).revokeSetupLinks(clock.instant()));
        var token = Secrets.token();
        var expires = clock.instant().plus(LINK_LIFE);
        keep(new Credential(Credential.Kind.SETUP_LINK, ids.next(), null, 0, "", "", expires), token);
        return token;
    }

    public boolean isSetupLink(String token) {
        return find(Credential.Kind.SETUP_LINK, token).isPresent();
    }

    /** Uses a set-up link up: makes the brand and opens its owner's session; empty if the link is no good. */
    public Optional<String> setUp(String token, String brandName, String ownerName) {
        var id = new BrandId(ids.next());
        // One transaction: a link is used up only by the brand that it made.
        return db.inBrand(
                id.value(),
                tx -> new AccessStore(tx)
                        .spend(Credential.Kind.SETUP_LINK, Secrets.sha256(token), clock.instant())
                        .map(_ -> {
                            createBrand(id, brandName, Brand.Mode.LIVE, ownerName);
                            return openSession(
                                    id, new AccessStore(tx).ownerOf(id).orElseThrow());
                        }));
    }

    /** Who is signed in with this session cookie. */
    public Optional<SignedIn> session(String token) {
        return find(Credential.Kind.SESSION, token).flatMap(found -> {
            var id = new BrandId(found.brandId());
            return db.inBrand(id.value(), tx -> {
                var store = new AccessStore(tx);
                return store.brand(id)
                        .flatMap(brand -> store.personName(id, found.subjectId())
                                .map(name -> new SignedIn(brand, new Person.Id(found.subjectId()), name)));
            });
        });
    }

    public void signOut(String token) {
        db.withoutBrand(
                tx -> new AccessStore(tx).spend(Credential.Kind.SESSION, Secrets.sha256(token), clock.instant()));
    }

    /** Makes a token for an ambassador's page at {@code /a/<token>}, good until revoked. */
    public String createPortalLink(BrandId brand, long ambassador) {
        var token = Secrets.token();
        keep(new Credential(Credential.Kind.PORTAL_LINK, ids.next(), brand, ambassador, "", "", null), token);
        return token;
    }

    /** Whose page a magic link opens. */
    public Optional<PortalVisitor> portalVisitor(String token) {
        return find(Credential.Kind.PORTAL_LINK, token)
                .flatMap(found ->
                        brand(new BrandId(found.brandId())).map(brand -> new PortalVisitor(brand, found.subjectId())));
    }

    /** Lets a short link be found by its slug, which is no secret, before anybody knows the brand. */
    public void keepShortLink(BrandId brand, String slug, long link) {
        keep(new Credential(Credential.Kind.SHORT_LINK, ids.next(), brand, link, "", "", null), slug);
    }

    /** What a slug leads to. */
    public Optional<Linked> shortLink(String slug) {
        return find(Credential.Kind.SHORT_LINK, slug)
                .map(found -> new Linked(new BrandId(found.brandId()), found.subjectId()));
    }

    /** A short link of a brand. */
    public record Linked(BrandId brand, long link) {}

    /** Somebody of the brand's staff, signed in. */
    public record SignedIn(Brand brand, Person.Id person, String name) {}

    /** An ambassador who followed a magic link. */
    public record PortalVisitor(Brand brand, long ambassador) {}

    private String openSession(BrandId brand, long person) {
        var token = Secrets.token();
        var expires = clock.instant().plus(SESSION_LIFE);
        keep(new Credential(Credential.Kind.SESSION, ids.next(), brand, person, "", "", expires), token);
        return token;
    }

    private Optional<AccessStore.Found> find(Credential.Kind kind, String secret) {
        return db.withoutBrand(tx -> new AccessStore(tx).find(kind, Secrets.sha256(secret), clock.instant()));
    }

    /** Finds a key and notes that it is in use: asked every two seconds, written once a minute. */
    private Optional<AccessStore.Found> used(String key) {
        var hash = Secrets.sha256(key);
        return db.withoutBrand(tx -> {
            var found = new AccessStore(tx).find(Credential.Kind.API_KEY, hash, clock.instant());
            found.ifPresent(_ -> new ApiKeyStore(tx).used(hash, clock.instant()));
            return found;
        });
    }

    private void keep(Credential credential, String secret) {
        db.withoutBrand(tx -> {
            new AccessStore(tx).insertCredential(credential, Secrets.sha256(secret), clock.instant());
            return credential;
        });
    }
}
