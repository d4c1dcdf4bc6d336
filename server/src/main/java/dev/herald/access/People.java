package dev.herald.access;

import dev.herald.platform.Database;
import dev.herald.platform.Ids;
import dev.herald.platform.RequestRefused;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A brand's staff: who may enter the console. */
public final class People {

    /** More would be a list that nobody looks through. */
    private static final int MOST = 200;

    private final Database db;
    private final Ids ids;
    private final InstantSource clock;
    private final Access access;

    public People(Database db, Ids ids, InstantSource clock, Access access) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.access = access;
    }

    /** Everybody who may enter, longest there first. */
    public List<Person> of(BrandId brand) {
        return db.inBrand(brand.value(), tx -> new PeopleStore(tx).present(brand));
    }

    /** What everybody who may enter is called, or was before he left; by id as it is shown. */
    public Map<String, String> names(BrandId brand) {
        return db.inBrand(brand.value(), tx -> new PeopleStore(tx).names(brand));
    }

    /** Lets somebody in; he needs a link of {@link #linkFor} to come. */
    public Person add(BrandId brand, String name) {
        return db.inBrand(brand.value(), tx -> {
            var store = new PeopleStore(tx);
            store.lock(brand);
            if (store.present(brand).size() >= MOST) {
                throw new RequestRefused(409, "too_many_people", "A brand has at most " + MOST + " people.");
            }
            var person = new Person(new Person.Id(ids.next()), name, clock.instant());
            new AccessStore(tx).insertPerson(brand, person.id().value(), name, person.since());
            return person;
        });
    }

    /** A token for the address {@code /enter/<token>}, good once, that lets this person in. */
    public String linkFor(BrandId brand, Person.Id person) {
        require(of(brand), person);
        return access.createConsoleLink(brand, person);
    }

    /** Shuts somebody out at once; the last one stays. */
    public void remove(BrandId brand, Person.Id person) {
        db.inBrand(brand.value(), tx -> {
            var store = new PeopleStore(tx);
            store.lock(brand);
            var present = store.present(brand);
            require(present, person);
            if (present.size() == 1) {
                throw new RequestRefused(
                        409, "last_person", "The last person cannot be removed. Add another one first.");
            }
            store.remove(brand, person, clock.instant());
            store.revokeEntries(brand, person, clock.instant());
            return person;
        });
    }

    private static void require(List<Person> present, Person.Id person) {
        if (present.stream().noneMatch(one -> one.id().equals(person))) {
            throw RequestRefused.notFound("person");
        }
    }
}
