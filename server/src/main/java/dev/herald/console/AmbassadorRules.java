package dev.herald.console;

import dev.herald.ambassador.Ambassador;
import dev.herald.console.AmbassadorsPage.Row;
import dev.herald.console.Badge.Tone;
import dev.herald.insight.AmbassadorFigures.Sales;
import dev.herald.insight.RankedAmbassador.Code;
import dev.herald.invite.Invitation;
import dev.herald.web.Formats;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts ambassadors into rows, for the eye and for a spreadsheet. */
record AmbassadorRules(Formats formats, Instant now) {

    static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "email",
            "handle",
            "followers",
            "channels",
            "tags",
            "code",
            "used",
            "revenue",
            "currency",
            "first_opened_at",
            "last_opened_at",
            "unsubscribed_at",
            "created_at");

    /** How many there are, in words. */
    String counted(int count, int most, boolean filtered) {
        var number = count > most ? "more than " + formats.count(most) : formats.count(count);
        var people = count == 1 ? " ambassador" : " ambassadors";
        return filtered ? number + people + " found" : number + people;
    }

    Row row(Ambassador one, List<Code> codes, @Nullable Sales sales, @Nullable Invitation mailed) {
        return new Row(
                one.id().toString(),
                one.name(),
                RankingRules.initials(one.name()),
                Stream.of(one.email(), one.handle()).filter(Objects::nonNull).toList(),
                formats.count(one.audienceSize()),
                one.channels(),
                one.tags(),
                codes.stream().map(Code::display).toList(),
                formats.count(sales == null ? 0 : sales.totals().redemptions()),
                sales == null ? "" : revenue(sales),
                page(one, mailed));
    }

    String revenue(Sales sales) {
        return formats.money(sales.totals().revenue(), sales.currency()) + (sales.elsewhere() ? " +" : "");
    }

    /** What is known of somebody's page. */
    static Badge page(Ambassador one, @Nullable Invitation mailed) {
        if (one.isRemoved()) {
            return new Badge("Removed", Tone.PLAIN);
        }
        if (one.firstOpenedAt() != null) {
            return new Badge("Opened", Tone.GOOD);
        }
        if (one.unsubscribedAt() != null) {
            return new Badge("Unsubscribed", Tone.WARN);
        }
        if (mailed == null) {
            return new Badge("Never opened", Tone.PLAIN);
        }
        return switch (mailed.state()) {
            case QUEUED -> new Badge("Invitation queued", Tone.INFO);
            case SENT -> new Badge("Invited", Tone.INFO);
            case FAILED -> new Badge("Mail failed", Tone.BAD);
            case UNSUBSCRIBED -> new Badge("Unsubscribed", Tone.WARN);
        };
    }

    /** In the order of {@link #COLUMNS}; numbers without any decoration. */
    static List<@Nullable String> cells(Ambassador one, List<Code> codes, @Nullable Sales sales) {
        return Arrays.asList(
                one.id().toString(),
                one.name(),
                one.email(),
                one.handle(),
                Long.toString(one.audienceSize()),
                String.join(", ", one.channels()),
                String.join(", ", one.tags()),
                codes.stream().map(Code::display).collect(Collectors.joining(" ")),
                Long.toString(sales == null ? 0 : sales.totals().redemptions()),
                sales == null ? null : plain(sales),
                sales == null ? null : sales.currency().getCurrencyCode(),
                time(one.firstOpenedAt()),
                time(one.lastOpenedAt()),
                time(one.unsubscribedAt()),
                time(one.createdAt()));
    }

    private static String plain(Sales sales) {
        var digits = Math.max(0, sales.currency().getDefaultFractionDigits());
        return BigDecimal.valueOf(sales.totals().revenue(), digits).toPlainString();
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
