package dev.herald.access;

import dev.herald.money.Money;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A brand's own settings, over HTTP. */
public final class BrandRoutes implements HttpService {

    private final Gate gate;
    private final Access access;
    private final PayoutLimits limits;

    public BrandRoutes(Gate gate, Access access, PayoutLimits limits) {
        this.gate = gate;
        this.access = access;
        this.limits = limits;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/v1/brand", gate.reads(Scope.ADMIN, this::show))
                .patch("/v1/brand", gate.changes(Scope.ADMIN, this::change));
    }

    record BrandView(
            String name,
            String mode,
            String timeZone,
            boolean automaticCorrection,
            @Nullable Long payoutLimit) {

        static BrandView of(Brand brand) {
            return new BrandView(
                    brand.name(),
                    brand.mode().name().toLowerCase(Locale.ROOT),
                    brand.zone().getId(),
                    brand.correctsSlips(),
                    brand.payoutLimit() == Brand.NO_PAYOUT_LIMIT ? null : brand.payoutLimit());
        }
    }

    private Answer show(Caller caller, ServerRequest request) {
        return Answer.ok(BrandView.of(access.brand(caller.brandId()).orElseThrow()));
    }

    private Answer change(Gate.Call call) {
        var in = Input.of(call.body());
        var before = access.brand(call.brand()).orElseThrow();
        var correctsSlips = in.bool("automatic_correction", before.correctsSlips());
        var payoutLimit = in.clears("payout_limit")
                ? Brand.NO_PAYOUT_LIMIT
                : in.integer("payout_limit", 0, Money.MOST, before.payoutLimit());
        in.check();
        // First, because it may be refused.
        limits.lower(call.brand(), payoutLimit);
        return Answer.ok(BrandView.of(access.correctSlips(call.brand(), correctsSlips)));
    }
}
