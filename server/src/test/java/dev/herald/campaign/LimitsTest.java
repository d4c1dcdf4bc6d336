package dev.herald.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsTest {

    @Nested
    class Periods {

        @ParameterizedTest
        @CsvSource({
            "2026-11-22, 2026-11-22, 2026-W47, 2026-11",
            "2026-11-23, 2026-11-23, 2026-W48, 2026-11",
            "2026-12-31, 2026-12-31, 2026-W53, 2026-12",
            "2027-01-01, 2027-01-01, 2026-W53, 2027-01",
            "2027-01-03, 2027-01-03, 2026-W53, 2027-01",
            "2027-01-04, 2027-01-04, 2027-W01, 2027-01",
            "2024-12-29, 2024-12-29, 2024-W52, 2024-12",
            "2024-12-30, 2024-12-30, 2025-W01, 2024-12",
            "2024-02-29, 2024-02-29, 2024-W09, 2024-02"
        })
        void a_day_lies_in_its_calendar_day_iso_week_and_month(LocalDate date, String day, String week, String month) {
            assertThat(Period.DAY.key(date)).isEqualTo(day);
            assertThat(Period.WEEK.key(date)).isEqualTo(week);
            assertThat(Period.MONTH.key(date)).isEqualTo(month);
            assertThat(Period.CAMPAIGN.key(date)).isEmpty();
        }

        @Test
        void every_monday_begins_another_week_and_no_other_day_does() {
            var day = LocalDate.parse("1999-12-25");
            while (day.getYear() < 2030) {
                var next = day.plusDays(1);
                assertThat(Period.WEEK.key(next).equals(Period.WEEK.key(day)))
                        .as(next.toString())
                        .isEqualTo(next.getDayOfWeek().getValue() != 1);
                day = next;
            }
        }
    }

    @Nested
    class Customer_caps {

        @Test
        void only_what_is_capped_is_counted() {
            assertThat(Limits.UNLIMITED.customerCaps()).isEmpty();
            assertThat(Limits.UNLIMITED.countsCustomers()).isFalse();
            assertThat(Limits.UNLIMITED
                            .withPerCustomer(Period.MONTH, 5)
                            .withPerCustomer(Period.CAMPAIGN, 9)
                            .customerCaps())
                    .containsExactly(new CustomerCap(Period.CAMPAIGN, 9), new CustomerCap(Period.MONTH, 5));
        }

        @ParameterizedTest
        @EnumSource
        void a_cap_of_any_period_counts_customers(Period period) {
            var limits = Limits.UNLIMITED.withPerCustomer(period, 1);
            assertThat(limits.countsCustomers()).isTrue();
            assertThat(limits.customerCaps()).containsExactly(new CustomerCap(period, 1));
        }

        @ParameterizedTest
        @EnumSource
        void a_cap_of_nothing_is_none(Period period) {
            assertThatThrownBy(() -> Limits.UNLIMITED.withPerCustomer(period, 0))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void without_money_all_other_limits_stay() {
        var limits = Limits.UNLIMITED
                .withPerCode(1)
                .withPerCampaign(2)
                .withPerCustomer(Period.DAY, 3)
                .withPerCustomer(Period.WEEK, 4)
                .withFirstOrderOnly();
        var withMoney = limits.withMinimumOrder(5).withBudget(6);
        assertThat(withMoney.hasMoney()).isTrue();
        assertThat(withMoney.withoutMoney()).isEqualTo(limits);
        assertThat(limits.hasMoney()).isFalse();
    }
}
