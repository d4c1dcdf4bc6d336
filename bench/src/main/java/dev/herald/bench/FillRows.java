package dev.herald.bench;

import dev.herald.access.Brand;
import dev.herald.access.KeyedHash;
import dev.herald.bench.FillWorld.Sale;
import dev.herald.campaign.Campaign;
import dev.herald.code.RandomCodes;
import dev.herald.platform.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Writes a {@link FillWorld} into the tables of one brand. The brand is new, so any numbers are free as ids in it. */
final class FillRows {

    private static final List<String> REGIONS = List.of("West", "Midwest", "South", "Northeast");
    private static final List<String> AGE_BANDS = List.of("18-24", "25-34", "35-44", "45-54", "55+");
    private static final int CODE_LENGTH = 12;

    private final Connection owner;
    private final long brand;
    private final Brand secrets;
    private final Ids ids;
    private final FillWorld world;
    private final List<Campaign> campaigns;
    private final List<KeyedHash> customers = new ArrayList<>();
    private final long[] used;
    private final long[] spent;
    private final long[] codeUsed;
    private final Map<List<Integer>, Integer> turns = new HashMap<>();
    private final SplittableRandom keys;
    private long orders;

    FillRows(Connection owner, Brand brand, Ids ids, FillWorld world, List<Campaign> campaigns) {
        this.owner = owner;
        this.brand = brand.id().value();
        this.secrets = brand;
        this.ids = ids;
        this.world = world;
        this.campaigns = campaigns;
        this.keys = new SplittableRandom(brand.id().value());
        this.used = new long[campaigns.size()];
        this.spent = new long[campaigns.size()];
        this.codeUsed = new long[world.codes];
        for (int i = 0; i < world.customers; i++) {
            customers.add(brand.secret().hash("customer id", "customer-" + i));
        }
    }

    /** Ambassadors, members of campaigns with a code in each. */
    void ambassadors() throws SQLException {
        var random = new SplittableRandom(brand);
        try (var rows = new CopyRows(owner, "ambassador", "brand_id, ambassador_id, name, audience_size")) {
            for (int i = 0; i < world.ambassadors; i++) {
                rows.add(brand, i + 1, "Ambassador " + (i + 1), random.nextInt(500, 100_000));
            }
        }
        try (var rows = new CopyRows(
                owner,
                "code",
                "brand_id, code_id, campaign_id, ambassador_id, kind, text, display, skeleton, separated")) {
            for (int i = 0; i < world.codes; i++) {
                var text = RandomCodes.next(random, CODE_LENGTH);
                rows.add(
                        brand,
                        i + 1,
                        campaignId(i),
                        ambassadorId(i),
                        "unique",
                        text.canonical(),
                        text.display(),
                        text.skeleton(),
                        false);
            }
        }
        try (var rows =
                new CopyRows(owner, "enrollment", "brand_id, enrollment_id, campaign_id, ambassador_id, code_id")) {
            for (int i = 0; i < world.codes; i++) {
                rows.add(brand, i + 1, campaignId(i), ambassadorId(i), i + 1);
            }
        }
    }

    /** Redemptions with their orders and events, and reversals of those that were cancelled. */
    void sales(List<Sale> sales) throws SQLException {
        var redemptions = sales.stream().mapToLong(_ -> ids.next()).toArray();
        var reversals = sales.stream().mapToLong(_ -> ids.next()).toArray();
        orders(sales, redemptions);
        redemptions(sales, redemptions);
        reversals(sales, redemptions, reversals);
        try (var rows = new CopyRows(owner, "event", "brand_id, event_id, kind, subject_id")) {
            for (int i = 0; i < redemptions.length; i++) {
                rows.add(brand, redemptions[i], "redeemed", redemptions[i]);
                if (sales.get(i).cancelled()) {
                    rows.add(brand, reversals[i], "reversed", reversals[i]);
                }
            }
        }
        sales.forEach(this::count);
        orders += sales.size();
    }

    private void orders(List<Sale> sales, long[] redemptions) throws SQLException {
        try (var rows = new CopyRows(
                owner, "redeemed_order", "brand_id, order_hash, campaigns, redemptions, combinable, credited")) {
            for (int i = 0; i < sales.size(); i++) {
                rows.add(
                        brand,
                        orderHash(i),
                        List.of(campaignId(sales.get(i).code())),
                        List.of(redemptions[i]),
                        false,
                        true);
            }
        }
    }

    private void redemptions(List<Sale> sales, long[] redemptions) throws SQLException {
        try (var rows = new CopyRows(owner, "redemption", """
                brand_id, redemption_id, campaign_id, code_id, ambassador_id, campaign_name, ambassador_name,
                key_hash, request_hash, order_hash,
                order_reference, customers, amount, shipping, discount, currency, placed_at, turn_day, redeemed_at,
                first_order,
                region, age_band""")) {
            for (int i = 0; i < redemptions.length; i++) {
                var sale = sales.get(i);
                var campaign = campaigns.get(world.campaignOf(sale.code()));
                rows.add(
                        brand,
                        redemptions[i],
                        campaign.id().value(),
                        sale.code() + 1,
                        ambassadorId(sale.code()),
                        campaign.name(),
                        "Ambassador " + ambassadorId(sale.code()),
                        random16(),
                        random16(),
                        orderHash(i),
                        reference(i),
                        List.of(customers.get(sale.customer()).bytes()),
                        sale.amount(),
                        0,
                        sale.discount(),
                        campaign.currency().getCurrencyCode(),
                        sale.at(),
                        LocalDate.ofInstant(sale.at(), secrets.zone()),
                        sale.at(),
                        sale.first(),
                        REGIONS.get(sale.customer() % REGIONS.size()),
                        AGE_BANDS.get(sale.customer() % AGE_BANDS.size()));
            }
        }
    }

    private void reversals(List<Sale> sales, long[] redemptions, long[] reversals) throws SQLException {
        try (var rows = new CopyRows(owner, "reversal", """
                brand_id, reversal_id, redemption_id, reason, amount, discount_back, complete, slot_back, reversed_at""")) {
            for (int i = 0; i < redemptions.length; i++) {
                var sale = sales.get(i);
                if (sale.cancelled()) {
                    rows.add(
                            brand,
                            reversals[i],
                            redemptions[i],
                            "cancelled",
                            sale.amount(),
                            sale.discount(),
                            true,
                            true,
                            sale.at());
                }
            }
        }
    }

    private void count(Sale sale) {
        var campaign = world.campaignOf(sale.code());
        var standing = sale.cancelled() ? 0 : 1;
        used[campaign] += standing;
        spent[campaign] += standing * sale.discount();
        codeUsed[sale.code()] += standing;
        if (campaigns.get(campaign).limits().countsCustomers()) {
            turns.merge(List.of(campaign, sale.customer()), standing, Integer::sum);
        }
    }

    /** What the limits of the campaigns need, and how many redemptions of each customer stand. */
    void counters() throws SQLException {
        try (var rows = new CopyRows(owner, "customer", "brand_id, customer, standing")) {
            for (int i = 0; i < world.customers; i++) {
                rows.add(brand, customers.get(i).bytes(), world.standingOf(i));
            }
        }
        try (var rows =
                new CopyRows(owner, "campaign_counter", "brand_id, campaign_id, used, spent, max_uses, budget")) {
            for (int i = 0; i < used.length; i++) {
                var limits = campaigns.get(i).limits();
                if (limits.countsCampaign()) {
                    rows.add(
                            brand,
                            campaigns.get(i).id().value(),
                            used[i],
                            spent[i],
                            limits.perCampaign(),
                            limits.budget());
                }
            }
        }
        try (var rows = new CopyRows(owner, "code_counter", "brand_id, code_id, campaign_id, used, max_uses")) {
            for (int i = 0; i < codeUsed.length; i++) {
                var limits = campaigns.get(world.campaignOf(i)).limits();
                if (limits.countsCodes()) {
                    rows.add(brand, i + 1, campaignId(i), codeUsed[i], limits.perCode());
                }
            }
        }
        try (var rows =
                new CopyRows(owner, "customer_counter", "brand_id, campaign_id, customer, period, used, max_uses")) {
            for (var turn : turns.entrySet()) {
                var campaign = campaigns.get(turn.getKey().getFirst());
                rows.add(
                        brand,
                        campaign.id().value(),
                        customers.get(turn.getKey().getLast()).bytes(),
                        "",
                        turn.getValue(),
                        campaign.limits().perCustomer());
            }
        }
    }

    private long campaignId(int code) {
        return campaigns.get(world.campaignOf(code)).id().value();
    }

    private int ambassadorId(int code) {
        return world.ambassadorOf(code) + 1;
    }

    /** As good as the hash of a key that nobody will use again. */
    private byte[] random16() {
        return new KeyedHash(keys.nextLong(), keys.nextLong()).bytes();
    }

    private byte[] orderHash(int inChunk) {
        return secrets.secret().hash("order", reference(inChunk)).bytes();
    }

    private String reference(int inChunk) {
        return "filled-" + (orders + inChunk);
    }
}
