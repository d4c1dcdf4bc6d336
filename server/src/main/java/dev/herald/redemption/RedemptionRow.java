package dev.herald.redemption;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.campaign.ReversalReason;
import dev.herald.code.CodeId;
import dev.herald.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads rows of the tables redemption and reversal. */
final class RedemptionRow {

    private RedemptionRow() {}

    static Redemption redemption(ResultSet row) throws SQLException {
        var ambassador = row.getLong("ambassador_id");
        return new Redemption(
                new BrandId(row.getLong("brand_id")),
                new RedemptionId(row.getLong("redemption_id")),
                new CampaignId(row.getLong("campaign_id")),
                new CodeId(row.getLong("code_id")),
                ambassador == 0 ? null : new AmbassadorId(ambassador),
                row.getString("campaign_name"),
                row.getString("ambassador_name"),
                key(row),
                KeyedHash.of(row.getBytes("order_hash")),
                row.getString("order_reference"),
                customers(row),
                row.getLong("amount"),
                row.getLong("shipping"),
                row.getLong("discount"),
                orElse(row, "on_shipping", row.getLong("discount") > row.getLong("amount")),
                row.getString("currency"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getObject("turn_day", LocalDate.class),
                row.getObject("redeemed_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("first_order"),
                row.getString("region"),
                row.getString("age_band"),
                texts(row, "tags"),
                lines(row.getString("lines")),
                row.getString("corrected_from"),
                credit(row));
    }

    private static @Nullable Credit credit(ResultSet row) throws SQLException {
        var reason = row.getString("credit");
        var clickedAt = row.getObject("clicked_at", OffsetDateTime.class);
        return reason == null
                ? null
                : new Credit(
                        Credit.Reason.of(reason),
                        clickedAt == null ? null : (Long) row.getLong("click_link"),
                        clickedAt == null ? null : clickedAt.toInstant());
    }

    static Reversal reversal(ResultSet row) throws SQLException {
        return new Reversal(
                new BrandId(row.getLong("brand_id")),
                new ReversalId(row.getLong("reversal_id")),
                new RedemptionId(row.getLong("redemption_id")),
                ReversalReason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
                row.getLong("amount"),
                row.getLong("discount_back"),
                row.getBoolean("complete"),
                row.getBoolean("slot_back"),
                orElse(row, "turn_back", row.getBoolean("slot_back")),
                key(row),
                row.getObject("reversed_at", OffsetDateTime.class).toInstant());
    }

    /** Rows from before a column came lack its value. */
    private static boolean orElse(ResultSet row, String column, boolean before) throws SQLException {
        var value = row.getBoolean(column);
        return row.wasNull() ? before : value;
    }

    static Reservation reservation(ResultSet row) throws SQLException {
        var redemption = row.getLong("redemption_id");
        return new Reservation(
                new BrandId(row.getLong("brand_id")),
                new ReservationId(row.getLong("reservation_id")),
                new CampaignId(row.getLong("campaign_id")),
                new CodeId(row.getLong("code_id")),
                key(row),
                KeyedHash.of(row.getBytes("order_hash")),
                row.getString("order_reference"),
                new Buyer(customers(row), row.getString("region"), row.getString("age_band"), texts(row, "tags")),
                row.getLong("amount"),
                row.getLong("shipping"),
                row.getString("currency"),
                row.getLong("discount"),
                row.getObject("turn_day", LocalDate.class),
                Reservation.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                redemption == 0 ? null : new RedemptionId(redemption),
                row.getObject("reserved_at", OffsetDateTime.class).toInstant(),
                row.getInt("ttl_seconds"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("corrected_from"),
                row.getArray("clicks") == null ? List.of() : texts(row, "clicks"));
    }

    private static List<KeyedHash> customers(ResultSet row) throws SQLException {
        return Arrays.stream((byte[][]) row.getArray("customers").getArray())
                .map(KeyedHash::of)
                .toList();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static @Nullable RequestKey key(ResultSet row) throws SQLException {
        var key = row.getBytes("key_hash");
        return key == null ? null : new RequestKey(KeyedHash.of(key), KeyedHash.of(row.getBytes("request_hash")));
    }

    private static List<OrderLine> lines(@Nullable String json) {
        try {
            return json == null ? List.of() : List.of(Json.MAPPER.readValue(json, OrderLine[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The lines of a redemption are always JSON", e);
        }
    }
}
