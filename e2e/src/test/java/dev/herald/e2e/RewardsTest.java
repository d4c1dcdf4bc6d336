package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** An ambassador watches what her code earns. */
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RewardsTest {

    private final Chromium chromium = new Chromium();
    private final Demo demo;

    RewardsTest(Demo demo) {
        this.demo = demo;
    }

    @AfterAll
    void close_the_browser() {
        chromium.close();
    }

    @Test
    void a_tier_is_reached_while_the_page_is_open_and_every_page_tells_the_same() {
        var campaign = demo.post("/v1/campaigns", """
                        {"name": "Reward story", "objective": "loyalty", "strategy": "personal", "currency": "GBP",
                         "offer": {"type": "percent", "value": 20}, "starts_at": "2020-01-01T00:00:00Z",
                         "reward": {"type": "percent", "value": 10, "tiers": [{"from": 2, "value": 15}],
                                    "milestones": [{"at": 3, "bonus": 500}]}}""").get("id").asText();
        demo.post("/v1/campaigns/" + campaign + "/launch", "{}");
        var id = demo.post("/v1/ambassadors", "{\"name\": \"Greta Climbs\"}")
                .get("id")
                .asText();
        var code = demo.post("/v1/campaigns/" + campaign + "/enrollments", "{\"ambassador_ids\": [\"" + id + "\"]}")
                .at("/data/0/code/text")
                .asText();
        redeem(code);
        try (var context = chromium.visitor(Window.PHONE_LIGHT)) {
            var look = new Look(context.newPage()).open(demo.ambassadorsPage(id));
            var page = look.page();
            var rewards = page.locator("#rewards");
            assertThat(rewards).containsText("£4.00");
            assertThat(rewards).containsText("Waiting until returns are over");
            assertThat(rewards).containsText("From 2 uses on, you earn 15% of each order.");
            assertThat(rewards).containsText("1 of 2 uses so far");
            redeem(code);
            assertThat(rewards).containsText("You earn 15% of each order.");
            assertThat(rewards).containsText("£10.00");
            assertThat(rewards).containsText("With 3 uses you get £5 on top.");
            look.keepScreenshot("rewards-" + Window.PHONE_LIGHT).isSound();

            page.reload();
            page.getByText("Why is this mine?").first().click();
            assertThat(page.locator("#latest")).containsText("It earned you £6.00: 15% of the order.");
            look.keepScreenshot("rewards-why-" + Window.PHONE_LIGHT).isSound();
            page.getByText("Statement").click();
            assertThat(page.locator("main")).containsText("Owed at its end");
            look.keepScreenshot("rewards-statement-" + Window.PHONE_LIGHT).isSound();
        }
        for (var window : Window.all().toList()) {
            try (var context = chromium.visitor(window, demo.signIn(chromium))) {
                inTheConsole(new Look(context.newPage()), window, id, campaign);
            }
        }
    }

    private void inTheConsole(Look look, Window window, String ambassador, String campaign) {
        var page =
                look.open(demo.origin() + "/console/ambassadors/" + ambassador).page();
        assertThat(page.locator("main")).containsText("£10.00");
        look.keepScreenshot("profile-rewards-" + window).isSound();
        page.getByText("Statement of this month").click();
        assertThat(page.locator("main")).containsText("Owed after");
        look.keepScreenshot("statement-" + window).isSound();
        var redemption = demo.get("/v1/redemptions?campaign=" + campaign + "&limit=1")
                .at("/data/0/id")
                .asText();
        look.open(demo.origin() + "/console/redemptions/" + redemption);
        assertThat(page.locator("main"))
                .containsText("Greta Climbs earned £6.00 by it: 15% of £40.00 (the rate from 2 redemptions on).");
        page.getByText("Entries of the ledger").click();
        look.keepScreenshot("redemption-earned-" + window).isSound();
        anotherPlanIsTried(look, window, campaign);
    }

    private void anotherPlanIsTried(Look look, Window window, String campaign) {
        var page = look.open(demo.origin() + "/console/campaigns/" + campaign + "/rewards")
                .page();
        look.keepScreenshot("campaign-rewards-" + window).isSound();
        page.getByLabel("Reward for an order").fill("25");
        page.getByLabel("Tier 1: reward").fill("30");
        page.getByText("See what it would have paid").click();
        assertThat(page.locator("#trial")).containsText("Greta Climbs");
        look.keepScreenshot("campaign-rewards-tried-" + window).isSound();
        page.getByText("Take it to Edit").click();
        assertThat(page.getByLabel("Reward for an order")).hasValue("25");
    }

    @Test
    void the_prizes_of_a_contest_are_given_after_its_end() {
        var campaign = demo.post("/v1/campaigns", """
                        {"name": "Contest story", "objective": "loyalty", "strategy": "personal", "currency": "GBP",
                         "offer": {"type": "percent", "value": 20}, "starts_at": "2020-01-01T00:00:00Z",
                         "reward": {"type": "none", "hold_days": 0, "contest": {"prizes": [10000, 5000]}}}
                        """).get("id").asText();
        demo.post("/v1/campaigns/" + campaign + "/launch", "{}");
        var id = demo.post("/v1/ambassadors", "{\"name\": \"Ola Wins\"}")
                .get("id")
                .asText();
        redeem(demo.post("/v1/campaigns/" + campaign + "/enrollments", "{\"ambassador_ids\": [\"" + id + "\"]}")
                .at("/data/0/code/text")
                .asText());
        demo.post("/v1/campaigns/" + campaign + "/end", "{}");
        var address = demo.origin() + "/console/campaigns/" + campaign + "/rewards";
        for (var window : Window.all().toList()) {
            try (var context = chromium.visitor(window, demo.signIn(chromium))) {
                var look = new Look(context.newPage()).open(address);
                look.page().getByText("Give the prizes").click();
                look.keepScreenshot("contest-" + window).isSound();
            }
        }
        try (var context = chromium.visitor(Window.PHONE_LIGHT, demo.signIn(chromium))) {
            var look = new Look(context.newPage()).open(address);
            look.page().getByText("Give the prizes").click();
            look.page().getByText("Give these prizes").click();
            assertThat(look.page().locator("#contest")).containsText("The prizes have been given");
            assertThat(look.page().locator("#contest")).containsText("£100.00");
            look.keepScreenshot("contest-given-" + Window.PHONE_LIGHT).isSound();
        }
    }

    private void redeem(String code) {
        demo.post("/v1/redemptions", """
                {"code": "%s", "customer": {"id": "%s"},
                 "order": {"reference": "%s", "amount": 5000, "currency": "GBP"}}""".formatted(code, UUID.randomUUID(), UUID.randomUUID()));
    }
}
