package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From an empty Herald to the first redemption, as somebody does it on the first day. */
class NewOwnerTest {

    private static final int GOOD_ROWS = 300;

    private record Owner(String origin, String key, BrowserContext context, Page page) {}

    @Test
    void a_new_owner_launches_a_campaign_and_sees_its_first_redemption() throws IOException, InterruptedException {
        try (var product = Product.start("start");
                var chromium = new Chromium();
                var context = chromium.visitor(Window.DESK_LIGHT)) {
            var owner = setUp(product.told("Set up: "), context);
            var page = owner.page();

            importAmbassadors(page, owner.origin());
            planAndLaunch(page, owner.origin());
            assertThat(page).hasURL(Pattern.compile(".*/console/campaigns/cmp_[0-9A-Z]{13}"));
            assertThat(page.getByText("300 members")).isVisible();
            assertThat(page.locator("#figures .value").first()).hasText("0");

            var ambassador = call(owner, "GET", "/v1/ambassadors?limit=1", "")
                    .at("/data/0/id")
                    .asText();
            var link = call(owner, "POST", "/v1/ambassadors/" + ambassador + "/links", "{}")
                    .get("path")
                    .asText();
            try (var phone = chromium.visitor(Window.PHONE_LIGHT)) {
                var own = phone.newPage();
                own.navigate(owner.origin() + link);
                var code = own.locator(".ticket .code").first().textContent().strip();
                assertThat(own.locator(".figures dd").first()).hasText("0");

                var redeemed = call(owner, "POST", "/v1/redemptions", """
                        {"code": "%s", "customer": {"id": "first"},
                         "order": {"reference": "1001", "amount": 8000, "currency": "EUR"}}""".formatted(code));

                assertThat(redeemed.at("/discount/amount").asLong()).isPositive();
                assertThat(own.locator(".figures dd").first()).hasText("1");
                assertThat(page.locator("#figures .value").first()).hasText("1");
            }
        }
    }

    private static Owner setUp(String link, BrowserContext context) {
        var page = context.newPage();
        page.navigate(link);
        page.getByLabel("Name of the brand").fill("Heartbeat");
        page.getByLabel("Your name").fill("Olive Owner");
        button(page, "Create the brand").click();
        var key = page.locator(".key").textContent().strip();
        return new Owner(link.substring(0, link.indexOf("/setup/")), key, context, page);
    }

    private static void importAmbassadors(Page page, String origin) {
        page.navigate(origin + "/console/ambassadors/import");
        page.getByLabel("CSV file")
                .setInputFiles(new FilePayload("people.csv", "text/csv", people().getBytes(StandardCharsets.UTF_8)));
        button(page, "Check the rows").click();
        button(page, "Import 300 rows").click();
        assertThat(page.getByText("7 rows were refused")).isVisible();
    }

    /** Seven rows are wrong: four without a name, three whose address is none. */
    private static String people() {
        var rows = new StringBuilder("Name,E-mail,Followers\n");
        for (int i = 1; i <= GOOD_ROWS; i++) {
            rows.append("Runner %03d,runner%d@example.com,%d\n".formatted(i, i, 500 + i));
        }
        for (int i = 0; i < 4; i++) {
            rows.append(",nameless%d@example.com,100\n".formatted(i));
        }
        for (int i = 0; i < 3; i++) {
            rows.append("Lost %d,no address,100\n".formatted(i));
        }
        return rows.toString();
    }

    private static void planAndLaunch(Page page, String origin) {
        page.navigate(origin + "/console/campaigns/new");
        page.getByLabel("Name of the campaign").fill("First campaign");
        page.getByText("Find top ambassadors", new Page.GetByTextOptions().setExact(true))
                .click();
        go(page, "ambassadors and audience");
        go(page, "advice");
        assertThat(page.getByText("Herald advises")).isVisible();
        go(page, "offer");
        go(page, "codes");
        go(page, "reward");
        go(page, "captions");
        go(page, "review and launch");
        button(page, "Launch").click();
    }

    private static void go(Page page, String step) {
        button(page, "Go on to " + step).click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static JsonNode call(Owner owner, String method, String path, String json)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(owner.origin() + path))
                            .header("Authorization", "Bearer " + owner.key())
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(json))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
            return new ObjectMapper().readTree(answer.body());
        }
    }
}
