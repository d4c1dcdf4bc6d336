package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer calls and says that a code did not work. */
@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupportTest {

    private final Chromium chromium = new Chromium();
    private final Demo demo;

    SupportTest(Demo demo) {
        this.demo = demo;
    }

    @AfterAll
    void close_the_browser() {
        chromium.close();
    }

    @Test
    void support_hears_a_mistyped_code_finds_the_right_one_says_why_it_fails_and_gives_another() {
        var campaign = demo.post("/v1/campaigns", """
                        {"name": "Support story", "objective": "loyalty", "strategy": "blanket", "currency": "EUR",
                         "blanket_code": "LIGHTHOUSE30", "offer": {"type": "percent", "value": 30},
                         "limits": {"per_customer": 1}, "starts_at": "2020-01-01T00:00:00Z"}""").get("id").asText();
        demo.post("/v1/campaigns/" + campaign + "/launch", "{}");
        demo.post("/v1/redemptions", """
                {"code": "LIGHTHOUSE30", "customer": {"email": "ann@example.com"},
                 "order": {"reference": "support-1", "amount": 5000, "currency": "EUR"}}""");
        for (var window : Window.all().toList()) {
            try (var context = chromium.visitor(window, demo.signIn(chromium))) {
                tell(new Look(context.newPage()), window);
            }
        }

        try (var context = chromium.visitor(Window.PHONE_LIGHT, demo.signIn(chromium))) {
            replace(context.newPage());
        }
    }

    private void tell(Look look, Window window) {
        var page = look.open(demo.origin() + "/console/codes").page();
        page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill("lighthuose30");
        page.keyboard().press("Enter");
        assertThat(page.getByText("There is no code “lighthuose30”")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("LIGHTHOUSE30"))
                .click();
        assertThat(page.getByText("LIGHTHOUSE30 works")).isVisible();
        assertThat(page.getByText("L for Lima, I for India")).isVisible();

        page.getByText("Check it for an order").click();
        page.getByLabel("Order amount").fill("50");
        page.getByLabel("Customer").fill("ann@example.com");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check"))
                .click();
        assertThat(page.getByText("You have used this offer as often as you can"))
                .isVisible();
        look.keepScreenshot("support-" + window).isSound();

        page.getByLabel("Customer").fill("ben@example.com");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check"))
                .click();
        assertThat(page.getByText("The code would be accepted, with €15.00 off"))
                .isVisible();
    }

    private void replace(Page page) {
        page.navigate(demo.origin() + "/console/codes?code=LIGHTHOUSE30");
        page.getByText("Replace, end or disable this code").click();
        page.getByText("Replace this code").click();
        page.getByLabel("New code").fill("SEASHORE30");
        page.getByLabel("Days that the old code still works").fill("0");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Replace it now"))
                .click();
        assertThat(page.getByText("SEASHORE30 takes the place of LIGHTHOUSE30")).isVisible();

        page.navigate(demo.origin() + "/console/codes?code=LIGHTHOUSE30");
        assertThat(page.getByText("LIGHTHOUSE30 does not work: it has expired")).isVisible();
        assertThat(page.getByText("Another code took its place")).isVisible();
    }
}
