package dev.herald.reward;

import dev.herald.access.BrandId;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.platform.Ids;
import dev.herald.platform.Page;
import dev.herald.reward.LedgerEntry.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The SQL of the ledger: entries are added and read, balances only read. */
final class EntryStore {

    /**
     * What an order has in the account {@link Account#HELD}, which is due by now.
     *
     * @param earned its entry, which says until when
     */
    record Ripe(LedgerEntry earned, long held) {}

    /** An account's balance in a currency; credits less debits, minor units. */
    record Balance(AmbassadorId ambassador, String currency, Account account, long balance) {}

    private static final String COLUMNS = """
            entry_id, ambassador_id, coalesce(campaign_id, 0) as campaign_id, currency, kind, debit, credit, amount,
            coalesce(redemption_id, 0) as redemption_id, coalesce(reversal_id, 0) as reversal_id,
            coalesce(payout_id, 0) as payout_id, coalesce(estimate, 0) as estimate, plan_id, rate, due_at, posted_at""";

    /** Ids tell the time too, but not to the moment: they only narrow down where an entry is looked for. */
    static final Duration AROUND = Duration.ofDays(1);

    private final Handle tx;
    private final BrandId brand;

    EntryStore(Handle tx, BrandId brand) {
        this.tx = tx;
        this.brand = brand;
    }

    void add(Collection<LedgerEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        tx.createUpdate("""
                        insert into ledger_entry (brand_id, entry_id, ambassador_id, campaign_id, currency, kind, debit,
                               credit, amount, redemption_id, reversal_id, payout_id, estimate, plan_id, rate, due_at,
                               posted_at)
                        select :brand, entry_id, ambassador_id, nullif(campaign_id, 0), currency, kind, debit, credit,
                               amount, nullif(redemption_id, 0), nullif(reversal_id, 0), nullif(payout_id, 0),
                               nullif(estimate, 0), plan_id, rate, timestamptz 'epoch' + due_at * interval '1 microsecond',
                               timestamptz 'epoch' + posted_at * interval '1 microsecond'
                          from unnest(:ids, :ambassadors, :campaigns, :currencies, :kinds, :debits, :credits, :amounts,
                                      :redemptions, :reversals, :payouts, :estimates, :plans, :rates, :due, :posted)
                            as a(entry_id, ambassador_id, campaign_id, currency, kind, debit, credit, amount,
                                 redemption_id, reversal_id, payout_id, estimate, plan_id, rate, due_at, posted_at)
                        """)
                .bind("brand", brand.value())
                .bindArray("ids", Long.class, column(entries, LedgerEntry::id))
                .bindArray(
                        "ambassadors",
                        Long.class,
                        column(entries, one -> one.ambassador().value()))
                .bindArray("campaigns", Long.class, column(entries, LedgerEntry::campaign))
                .bindArray("currencies", String.class, column(entries, LedgerEntry::currency))
                .bindArray("kinds", String.class, column(entries, one -> word(one.kind())))
                .bindArray("debits", String.class, column(entries, one -> word(one.debit())))
                .bindArray("credits", String.class, column(entries, one -> word(one.credit())))
                .bindArray("amounts", Long.class, column(entries, LedgerEntry::amount))
                .bindArray("redemptions", Long.class, column(entries, LedgerEntry::redemption))
                .bindArray("reversals", Long.class, column(entries, LedgerEntry::reversal))
                .bindArray("payouts", Long.class, column(entries, LedgerEntry::payout))
                .bindArray("estimates", Integer.class, column(entries, LedgerEntry::estimate))
                .bindArray("plans", Long.class, terms(entries, Terms::plan))
                .bindArray("rates", Long.class, terms(entries, Terms::rate))
                .bindArray("due", Long.class, terms(entries, terms -> micros(terms.dueAt())))
                .bindArray("posted", Long.class, column(entries, one -> micros(one.postedAt())))
                .execute();
    }

    /** The next orders whose reward is not held any longer, in the order in which they become due. */
    List<Ripe> ripe(RewardStore.Cursor after, Instant now, int most) {
        return tx.createQuery("""
                        select <columns>, h.held
                          from (select entry_id, ambassador_id, campaign_id, currency, kind, debit, credit, amount,
                                       redemption_id, reversal_id, payout_id, estimate, plan_id, rate, due_at, posted_at
                                  from ledger_entry
                                 where brand_id = :brand
                                   and kind = 'earned'
                                   and credit = 'held'
                                   and (due_at, entry_id) > (:to, :last)
                                   and due_at \\<= :now
                                 order by due_at, entry_id
                                 limit :most) e
                         cross join lateral (
                               select sum(case 'held' when credit then amount when debit then -amount else 0 end)::bigint
                                          as held
                                 from ledger_entry
                                where brand_id = :brand
                                  and redemption_id = e.redemption_id
                               offset 0) h
                         order by due_at, entry_id
                        """)
                .define("columns", COLUMNS)
                .bind("brand", brand.value())
                .bind("to", after.maturedTo())
                .bind("last", after.maturedLast())
                .bind("now", now)
                .bind("most", most)
                .map((row, _) -> new Ripe(entry(row), row.getLong("held")))
                .list();
    }

    /** Newest first. */
    List<LedgerEntry> of(AmbassadorId ambassador, Page page) {
        return entries(tx.createQuery("""
                        select <columns>
                          from ledger_entry
                         where brand_id = :brand
                           and ambassador_id = :ambassador
                           and entry_id \\< :before
                         order by entry_id desc
                         limit :most
                        """)
                .bind("ambassador", ambassador.value())
                .bind("before", page.before())
                .bind("most", page.fetch()));
    }

    /** Of a time, the oldest first. */
    List<LedgerEntry> of(AmbassadorId ambassador, Instant from, Instant until, int most) {
        return entries(tx.createQuery("""
                        select <columns>
                          from ledger_entry
                         where brand_id = :brand
                           and ambassador_id = :ambassador
                           and posted_at >= :from
                           and posted_at \\< :until
                           and entry_id >= :first
                           and entry_id \\< :last
                         order by entry_id
                         limit :most
                        """)
                .bind("first", Ids.first(from.minus(AROUND)))
                .bind("last", Ids.first(until.plus(AROUND)))
                .bind("ambassador", ambassador.value())
                .bind("from", from)
                .bind("until", until)
                .bind("most", most));
    }

    /** What was given once in a campaign, the oldest first: prizes, or what an estimate told to pay. */
    List<LedgerEntry> given(long campaign, EntryKind kind) {
        return entries(tx.createQuery("""
                        select <columns>
                          from ledger_entry
                         where brand_id = :brand
                           and campaign_id = :campaign
                           and kind = :kind
                           and kind in ('prize', 'estimated')
                         order by entry_id
                        """).bind("campaign", campaign).bind("kind", word(kind)));
    }

    /** All that some redemptions caused, the oldest first. */
    List<LedgerEntry> ofRedemptions(Collection<Long> redemptions) {
        return entries(tx.createQuery("""
                        select <columns>
                          from ledger_entry
                         where brand_id = :brand
                           and redemption_id = any (:redemptions)
                         order by entry_id
                        """).bindArray("redemptions", Long.class, redemptions));
    }

    List<Balance> balances(Collection<AmbassadorId> ambassadors) {
        return tx.createQuery("""
                        select ambassador_id, currency, account, balance
                          from ledger_account
                         where brand_id = :brand
                           and ambassador_id = any (:ambassadors)
                         order by ambassador_id, currency
                        """)
                .bind("brand", brand.value())
                .bindArray("ambassadors", Long.class, column(ambassadors, AmbassadorId::value))
                .map((row, _) -> balance(row))
                .list();
    }

    /** The brand's own and everybody's together, by currency and account. */
    List<Balance> totals() {
        return tx.createQuery("""
                        select 0 as ambassador_id, currency, account, sum(balance)::bigint as balance
                          from ledger_account
                         where brand_id = :brand
                         group by currency, account
                         order by currency
                        """)
                .bind("brand", brand.value())
                .map((row, _) -> balance(row))
                .list();
    }

    private List<LedgerEntry> entries(Query query) {
        return query.define("columns", COLUMNS)
                .bind("brand", brand.value())
                .map((row, _) -> entry(row))
                .list();
    }

    private static Balance balance(ResultSet row) throws SQLException {
        return new Balance(
                new AmbassadorId(row.getLong("ambassador_id")),
                row.getString("currency"),
                constant(Account.class, row.getString("account")),
                row.getLong("balance"));
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                row.getLong("entry_id"),
                new AmbassadorId(row.getLong("ambassador_id")),
                row.getLong("campaign_id"),
                row.getString("currency"),
                constant(EntryKind.class, row.getString("kind")),
                constant(Account.class, row.getString("debit")),
                constant(Account.class, row.getString("credit")),
                row.getLong("amount"),
                row.getLong("redemption_id"),
                row.getLong("reversal_id"),
                row.getLong("payout_id"),
                row.getInt("estimate"),
                row.getObject("plan_id") == null
                        ? null
                        : new Terms(row.getLong("plan_id"), row.getLong("rate"), time(row, "due_at")),
                time(row, "posted_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    private static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    private static List<@Nullable Long> terms(Collection<LedgerEntry> entries, Function<Terms, Long> value) {
        return entries.stream()
                .<@Nullable Long>map(one -> one.terms() == null ? null : value.apply(one.terms()))
                .toList();
    }

    private static <T, V> List<V> column(Collection<T> rows, Function<T, V> value) {
        return rows.stream().map(value).toList();
    }
}
