package dev.herald.reward;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.platform.Page;
import dev.herald.reward.Payout.Failed;
import dev.herald.reward.Payout.State;
import dev.herald.reward.Payout.Step;
import dev.herald.reward.PayoutItem.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of payout runs and of what is in them. */
final class PayoutStore {

    private static final String COLUMNS = """
            payout_id, currency, minimum, total, people, failed, failures, state, needs_second, made_by, made_at, approved_by,
            approved_at, closed_by, closed_at, reference""";

    private final Handle tx;
    private final BrandId brand;

    PayoutStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    void add(Payout payout, List<Owed> items) {
        tx.createUpdate("""
                        insert into payout (brand_id, payout_id, currency, minimum, total, people, state, needs_second,
                               made_by, made_at, approved_at)
                        values (:brand, :id, :currency, :minimum, :total, :people, :state, :second, :by, :at, :approved)
                        """)
                .bind("brand", brand.value())
                .bind("id", payout.id().value())
                .bind("currency", payout.currency().getCurrencyCode())
                .bind("minimum", payout.minimum())
                .bind("total", payout.total())
                .bind("people", payout.people())
                .bind("state", word(payout.state()))
                .bind("second", payout.needsSecond())
                .bind("by", Objects.requireNonNull(payout.made().by()).id())
                .bind("at", payout.made().at())
                .bind(
                        "approved",
                        payout.approved() == null ? null : payout.approved().at())
                .execute();
        tx.createUpdate("""
                        insert into payout_item (brand_id, payout_id, ambassador_id, amount)
                        select :brand, :id, ambassador_id, amount
                          from unnest(:ambassadors, :amounts) as a(ambassador_id, amount)
                        """)
                .bind("brand", brand.value())
                .bind("id", payout.id().value())
                .bindArray(
                        "ambassadors",
                        Long.class,
                        items.stream().map(one -> one.ambassador().value()).toList())
                .bindArray("amounts", Long.class, items.stream().map(Owed::due).toList())
                .execute();
    }

    Optional<Payout> find(PayoutId id) {
        return tx.createQuery("""
                        select <columns>
                          from payout
                         where brand_id = :brand
                           and payout_id = :id
                        """)
                .define("columns", COLUMNS)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> payout(row))
                .findOne();
    }

    /** The same, while nobody else changes it. */
    Optional<Payout> lock(PayoutId id) {
        return tx.createQuery("""
                        select <columns>
                          from payout
                         where brand_id = :brand
                           and payout_id = :id
                           for no key update
                        """)
                .define("columns", COLUMNS)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .map((row, _) -> payout(row))
                .findOne();
    }

    /** Newest first. */
    List<Payout> list(Page page) {
        return tx.createQuery("""
                        select <columns>
                          from payout
                         where brand_id = :brand
                           and payout_id \\< :before
                         order by payout_id desc
                         limit :most
                        """)
                .define("columns", COLUMNS)
                .bind("brand", brand.value())
                .bind("before", page.before())
                .bind("most", page.fetch())
                .map((row, _) -> payout(row))
                .list();
    }

    /** Newest first. */
    List<Payout> list(State state, Page page) {
        return tx.createQuery("""
                        select <columns>
                          from payout
                         where brand_id = :brand
                           and state = :state
                           and payout_id \\< :before
                         order by payout_id desc
                         limit :most
                        """)
                .define("columns", COLUMNS)
                .bind("brand", brand.value())
                .bind("state", word(state))
                .bind("before", page.before())
                .bind("most", page.fetch())
                .map((row, _) -> payout(row))
                .list();
    }

    void approve(PayoutId id, Step step) {
        tx.createUpdate("""
                        update payout
                           set state = 'approved', approved_by = :by, approved_at = :at
                         where brand_id = :brand
                           and payout_id = :id
                        """)
                .bind("by", Objects.requireNonNull(step.by()).id())
                .bind("at", step.at())
                .bind("brand", brand.value())
                .bind("id", id.value())
                .execute();
    }

    /** @param reference absent if it was cancelled */
    void close(PayoutId id, State state, Step step, @Nullable String reference) {
        tx.createUpdate("""
                        update payout
                           set state = :state, closed_by = :by, closed_at = :at, reference = :reference
                         where brand_id = :brand
                           and payout_id = :id
                        """)
                .bind("state", word(state))
                .bind("by", Objects.requireNonNull(step.by()).id())
                .bind("at", step.at())
                .bind("reference", reference)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .execute();
    }

    void fail(PayoutId id, PayoutItem item, Failure failure) {
        tx.createUpdate("""
                        update payout_item
                           set failed_by = :by, failed_at = :at, reason = nullif(:reason, '')
                         where brand_id = :brand
                           and payout_id = :id
                           and ambassador_id = :ambassador
                        """)
                .bind("by", failure.by().id())
                .bind("at", failure.at())
                .bind("reason", failure.reason())
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("ambassador", item.ambassador().value())
                .execute();
        tx.createUpdate("""
                        update payout
                           set failed = failed + :amount, failures = failures + 1
                         where brand_id = :brand
                           and payout_id = :id
                        """)
                .bind("amount", item.amount())
                .bind("brand", brand.value())
                .bind("id", id.value())
                .execute();
    }

    Optional<PayoutItem> item(PayoutId id, AmbassadorId ambassador) {
        return tx.createQuery("""
                        select ambassador_id, amount, failed_by, failed_at, reason
                          from payout_item
                         where brand_id = :brand
                           and payout_id = :id
                           and ambassador_id = :ambassador
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("ambassador", ambassador.value())
                .map((row, _) -> item(row))
                .findOne();
    }

    /** Whoever was added last comes first. */
    List<PayoutItem> items(PayoutId id, Page page) {
        return tx.createQuery("""
                        select ambassador_id, amount, failed_by, failed_at, reason
                          from payout_item
                         where brand_id = :brand
                           and payout_id = :id
                           and ambassador_id < :before
                         order by ambassador_id desc
                         limit :most
                        """)
                .bind("brand", brand.value())
                .bind("id", id.value())
                .bind("before", page.before())
                .bind("most", page.fetch())
                .map((row, _) -> item(row))
                .list();
    }

    private static PayoutItem item(ResultSet row) throws SQLException {
        var failedBy = row.getString("failed_by");
        return new PayoutItem(
                new AmbassadorId(row.getLong("ambassador_id")),
                row.getLong("amount"),
                failedBy == null
                        ? null
                        : new Failure(
                                new Actor(failedBy),
                                Objects.requireNonNull(time(row, "failed_at")),
                                Objects.requireNonNullElse(row.getString("reason"), "")));
    }

    private static Payout payout(ResultSet row) throws SQLException {
        return new Payout(
                new PayoutId(row.getLong("payout_id")),
                Currency.getInstance(row.getString("currency")),
                row.getLong("minimum"),
                row.getLong("total"),
                row.getInt("people"),
                new Failed(row.getInt("failures"), row.getLong("failed")),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getBoolean("needs_second"),
                Objects.requireNonNull(step(row, "made_by", "made_at")),
                step(row, "approved_by", "approved_at"),
                step(row, "closed_by", "closed_at"),
                Objects.requireNonNullElse(row.getString("reference"), ""));
    }

    private static @Nullable Step step(ResultSet row, String by, String at) throws SQLException {
        var when = time(row, at);
        var who = row.getString(by);
        return when == null ? null : new Step(who == null ? null : new Actor(who), when);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
