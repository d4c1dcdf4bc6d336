package dev.herald.redemption;

import dev.herald.campaign.Campaign;
import dev.herald.campaign.Campaigns;
import dev.herald.platform.Database;
import dev.herald.redemption.LaneReads.Care;
import dev.herald.redemption.RedemptionRules.Decision;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.ConnectionException;

/** Decides as a lane would, on what a lane would read, and leaves it at that: nothing is written, nothing locked. */
final class Validations {

    private final Database db;
    private final Campaigns campaigns;

    Validations(Database db, Campaigns campaigns) {
        this.db = db;
        this.campaigns = campaigns;
    }

    Validation of(Attempt attempt) {
        var code = attempt.code();
        return db.inBrand(attempt.brand().value(), tx -> {
            var campaign = campaigns.get(attempt.brand(), code.campaign());
            var state = situation(tx.getConnection(), attempt, campaign);
            var owner = state.owners.get(code.id().value());
            return switch (state.validate(attempt)) {
                case Decision.Accepted accepted ->
                    new Validation.Valid(
                            code,
                            attempt.correctedFrom(),
                            campaign,
                            owner == null ? null : owner.name,
                            accepted.discount());
                case Decision.Refused(var decline) -> new Validation.Invalid(decline);
                case Decision.CustomerNeeded() -> new Validation.CustomerNeeded();
            };
        });
    }

    private static LaneState situation(Connection connection, Attempt attempt, Campaign campaign) {
        List<LaneTask> task =
                List.of(new LaneTask.Redeem(attempt, null, new RedemptionId(0), new CompletableFuture<>()));
        var keys = new BatchKeys(task, Map.of(campaign.id().value(), campaign));
        try {
            var read = new LaneReads(connection).read(task, keys, Care.LOOKING, false);
            var state = read.state();
            state.campaigns.put(campaign.id().value(), campaign);
            if (!read.withHolds().isEmpty()) {
                HoldReads.looking(connection).read(state, task, keys);
                state.expireHolds();
            }
            return state;
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }
}
