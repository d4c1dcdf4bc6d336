package dev.herald.redemption;

import dev.herald.access.Caller;
import dev.herald.access.Gate;
import dev.herald.access.Scope;
import dev.herald.platform.Answer;
import dev.herald.platform.Input;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.InstantSource;

/** Reservations over HTTP: hold a slot during a checkout, hold it longer, let it go. */
public final class ReservationRoutes implements HttpService {

    private final Gate gate;
    private final Redemptions redemptions;
    private final OutcomeAnswers answers;
    private final InstantSource clock;

    public ReservationRoutes(Gate gate, Redemptions redemptions, InstantSource clock) {
        this.gate = gate;
        this.redemptions = redemptions;
        this.answers = new OutcomeAnswers(redemptions);
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/v1/reservations", gate.changesByItself(Scope.CHECKOUT, this::reserve))
                .delete("/v1/reservations/{id}", gate.changesByItself(Scope.CHECKOUT, this::release))
                .post("/v1/reservations/{id}/extend", gate.changes(Scope.CHECKOUT, this::extend));
    }

    private Answer reserve(Gate.Call call) {
        var in = Input.of(call.body());
        var seconds = seconds(in, Reservation.DEFAULT_SECONDS);
        var asked = RedemptionInput.of(in, call.caller(), clock.instant());
        var key = RedemptionInput.key(call, in);
        return answers.of(redemptions.reserve(call.caller().brand(), asked, seconds, key));
    }

    private Answer release(Gate.Call call) {
        return answers.of(redemptions.release(find(call.caller(), call.request())));
    }

    private Answer extend(Gate.Call call) {
        var in = Input.of(call.body());
        var seconds = seconds(in, Reservation.DEFAULT_SECONDS);
        in.check();
        var answer = answers.of(redemptions.extend(find(call.caller(), call.request()), seconds));
        return answer.status() == 201 ? Answer.jsonBytes(200, answer.body()) : answer;
    }

    private static int seconds(Input in, int absent) {
        return (int) in.integer("ttl_seconds", 1, Reservation.MOST_SECONDS, absent);
    }

    private Reservation find(Caller caller, ServerRequest request) {
        var id = new ReservationId(Requests.id(request, "id", ReservationId.PREFIX, "reservation"));
        return redemptions
                .findReservation(caller.brandId(), id)
                .orElseThrow(() -> RequestRefused.notFound("reservation"));
    }
}
