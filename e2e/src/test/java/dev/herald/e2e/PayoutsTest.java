package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ambassadors are paid, by two people of the brand, in a currency that nobody else of the demo uses. */
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayoutsTest {

    private final Chromium chromium = new Chromium();
    private final Demo demo;

    PayoutsTest(Demo demo) {
        this.demo = demo;
    }

    @AfterAll
    void close_the_browser() {
        chromium.close();
    }

    private record Member(String id, String code) {}

    @Test
    void a_run_is_approved_by_a_second_person_exported_and_paid_and_a_later_refund_is_netted() throws IOException {
        var campaign = campaign();
        var lena = member(campaign, "Lena Payee");
        var otto = member(campaign, "Otto Payee");
        var refunded = redeem(lena);
        redeem(otto);
        redeem(otto);
        try (var first = chromium.visitor(Window.DESK_LIGHT, demo.signIn(chromium));
                var second = chromium.visitor(Window.PHONE_LIGHT)) {
            var maker = new Look(first.newPage());
            limit(maker, "0", "Saved.");
            colleague(maker.page(), second);
            make(maker, "CHF 30.00 for 2 people");
            assertThat(maker.page().getByText("somebody else has to approve it"))
                    .isVisible();
            maker.keepScreenshot("payout-waiting-" + Window.DESK_LIGHT).isSound();

            approve(new Look(second.pages().getFirst()));
            assertThat(sum(maker.page())).isEqualByComparingTo("30.00");
            pay(maker, "SEPA 2026-11");

            demo.post("/v1/redemptions/" + refunded + "/reversals", "{\"reason\": \"refunded\"}");
            assertThat(due(lena)).isEqualTo(-1_000);
            redeem(lena);
            redeem(lena);
            redeem(lena);
            limit(maker, "", "Asked.");
            maker.keepScreenshot("settings-asked-" + Window.DESK_LIGHT).isSound();
            agree(new Look(second.pages().getFirst()));
            make(maker, "CHF 20.00 for 1 person");
            assertThat(due(lena)).isZero();
        }
    }

    private void limit(Look look, String above, String told) {
        var page = look.open(demo.origin() + "/console/settings").page();
        page.getByLabel("A second person approves payout runs above").fill(above);
        page.locator("#payouts")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.getByText(told)).isVisible();
    }

    private void agree(Look look) {
        var page = look.open(demo.origin() + "/console").page();
        page.getByText("Somebody asks to raise the payout limit.").click();
        assertThat(page.locator("#payouts")).containsText("to remove the limit");
        look.keepScreenshot("settings-agree-" + Window.PHONE_LIGHT).isSound();
        button(page, "Agree").click();
        assertThat(page.getByText("Agreed.")).isVisible();
    }

    private void colleague(Page page, BrowserContext second) {
        page.navigate(demo.origin() + "/console/settings");
        page.getByLabel("Add somebody").fill("Paula Second");
        button(page, "Add and make a link").click();
        var link = page.locator(".secret code").textContent();
        var theirs = second.newPage();
        theirs.navigate(link);
        assertThat(theirs).hasURL(demo.origin() + "/console");
    }

    private void make(Look look, String title) {
        var page = look.open(demo.origin() + "/console/payouts?currency=CHF").page();
        look.isSound();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New payout run"))
                .click();
        assertThat(page.locator("#preview")).containsText(title);
        look.keepScreenshot("payout-new-" + Window.DESK_LIGHT).isSound();
        button(page, "Make the run").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title)))
                .isVisible();
    }

    private void approve(Look look) {
        var page = look.open(demo.origin() + "/console").page();
        page.getByText("payout runs wait for approval.").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CHF 30.00"))
                .click();
        look.keepScreenshot("payout-approve-" + Window.PHONE_LIGHT).isSound();
        button(page, "Approve").click();
        assertThat(page.getByText("To be paid").first()).isVisible();
    }

    /** Of the amounts in the file. */
    private static BigDecimal sum(Page page) throws IOException {
        page.reload();
        var file = page.waitForDownload(() -> page.getByText("Export CSV").click());
        try (var lines = Files.lines(file.path())) {
            return lines.skip(1)
                    .map(line -> new BigDecimal(line.split(",", -1)[3]))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private static void pay(Look look, String reference) {
        var page = look.page();
        page.getByLabel("Reference").fill(reference);
        button(page, "Mark paid").click();
        assertThat(page.getByText("Marked paid.")).isVisible();
        assertThat(page.getByText("by Paula Second")).isVisible();
        assertThat(page.getByText(reference)).isVisible();
        look.keepScreenshot("payout-paid-" + Window.DESK_LIGHT).isSound();
        page.setViewportSize(390, 844);
        look.keepScreenshot("payout-paid-" + Window.PHONE_LIGHT).isSound();
        page.setViewportSize(Window.DESK_LIGHT.width(), Window.DESK_LIGHT.height());
    }

    private String campaign() {
        var campaign = demo.post("/v1/campaigns", """
                        {"name": "Payout story", "objective": "loyalty", "strategy": "personal", "currency": "CHF",
                         "offer": {"type": "percent", "value": 20}, "starts_at": "2020-01-01T00:00:00Z",
                         "reward": {"type": "flat", "value": 1000, "hold_days": 0}}""").get("id").asText();
        demo.post("/v1/campaigns/" + campaign + "/launch", "{}");
        return campaign;
    }

    private Member member(String campaign, String name) {
        var id = demo.post("/v1/ambassadors", "{\"name\": \"" + name + "\"}")
                .get("id")
                .asText();
        var enrolled =
                demo.post("/v1/campaigns/" + campaign + "/enrollments", "{\"ambassador_ids\": [\"" + id + "\"]}");
        return new Member(id, enrolled.at("/data/0/code/text").asText());
    }

    private String redeem(Member member) {
        return demo.post("/v1/redemptions", """
                        {"code": "%s", "customer": {"id": "%s"},
                         "order": {"reference": "%s", "amount": 5000, "currency": "CHF"}}""".formatted(member.code(), UUID.randomUUID(), UUID.randomUUID()))
                .get("id")
                .asText();
    }

    private long due(Member member) {
        return demo.get("/v1/ambassadors/" + member.id() + "/ledger")
                .at("/balances/0/due/amount")
                .asLong();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
