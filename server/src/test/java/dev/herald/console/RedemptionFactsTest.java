package dev.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.herald.access.BrandId;
import dev.herald.access.KeyedHash;
import dev.herald.ambassador.AmbassadorId;
import dev.herald.campaign.CampaignId;
import dev.herald.code.CodeId;
import dev.herald.redemption.Credit;
import dev.herald.redemption.Credit.Reason;
import dev.herald.redemption.Redemption;
import dev.herald.redemption.RedemptionId;
import dev.herald.redemption.RedemptionLine;
import dev.herald.web.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RedemptionFactsTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final RedemptionFacts FACTS = new RedemptionFacts(new Formats(Locale.ENGLISH, ZoneOffset.UTC));

    @Nested
    class Who_has_the_credit {

        @Test
        void is_said_with_the_reason() {
            assertThat(said("Mia", new Credit(Reason.CODE, null, null)))
                    .isEqualTo("Mia has the credit, because MIA20 is this ambassador\u2019s own code.");
            assertThat(said("Mia", new Credit(Reason.LINK, 1L, NOON)))
                    .startsWith(
                            "Mia has the credit, because this ambassador\u2019s link was clicked before the order: ")
                    .contains("2026");
            assertThat(said(null, new Credit(Reason.SELF_USE, null, null))).contains("the buyer is the ambassador");
            assertThat(said(null, new Credit(Reason.RETURNING_CUSTOMER, null, null)))
                    .contains("first orders only");
            assertThat(said(null, new Credit(Reason.ORDER_CREDITED, null, null)))
                    .contains("another code on the same order");
            assertThat(said(null, new Credit(Reason.NOBODY, null, null)))
                    .contains("MIA20 belongs to the campaign", "no click");
        }

        @Test
        void is_derived_where_no_reason_was_kept() {
            assertThat(FACTS.credit(line("Mia", null), true)).contains("Mia has the credit", "own code");
            assertThat(FACTS.credit(line(null, null), true)).contains("another code on the same order");
            assertThat(FACTS.credit(line(null, null), false)).contains("belongs to the campaign");
        }

        private static String said(@Nullable String ambassador, Credit credit) {
            return FACTS.credit(line(ambassador, credit), true);
        }
    }

    private static RedemptionLine line(@Nullable String ambassador, @Nullable Credit credit) {
        var redemption = new Redemption(
                new BrandId(1),
                new RedemptionId(2),
                new CampaignId(3),
                new CodeId(4),
                ambassador == null ? null : new AmbassadorId(5),
                "Summer",
                ambassador,
                null,
                new KeyedHash(1, 2),
                "o",
                List.of(),
                2_000,
                0,
                400,
                false,
                "USD",
                NOON,
                LocalDate.ofInstant(NOON, ZoneOffset.UTC),
                NOON,
                false,
                null,
                null,
                List.of(),
                List.of(),
                null,
                credit);
        return new RedemptionLine(redemption, "MIA20", 0, 0, false);
    }
}
