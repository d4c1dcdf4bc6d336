package dev.herald.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Demo.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AmbassadorsTest {

    private static final long HEAVIEST = 600_000;
    private static final String LIST = "/console/ambassadors";

    private final Chromium chromium = new Chromium();
    private final Demo demo;
    private final String leader;
    private final String first = UUID.randomUUID().toString().substring(0, 8);

    AmbassadorsTest(Demo demo) {
        this.demo = demo;
        this.leader = demo.leader();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    static Stream<Arguments> pages_in_windows() {
        return Stream.of("list", "nobody", "removed", "new", "import", "profile", "edit", "applications")
                .flatMap(name -> Window.all().map(window -> Arguments.of(name, window)));
    }

    @ParameterizedTest
    @MethodSource("pages_in_windows")
    void every_page_is_sound_and_light_in_every_window(String name, Window window) {
        in(window, look -> {
            look.open(demo.origin() + address(name)).keepScreenshot("ambassadors-" + name + "-" + window);

            assertThat(look.bytes()).isBetween(20_000L, HEAVIEST);
            look.isSound();
        });
    }

    /** The first half of a new owner's story: his spreadsheet has mistakes, as all have. */
    @Test
    void three_hundred_ambassadors_come_from_a_file_with_seven_bad_rows() {
        in(Window.DESK_LIGHT, look -> {
            var page = look.open(demo.origin() + LIST).page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Import"))
                    .click();
            page.getByLabel("CSV file")
                    .setInputFiles(
                            new FilePayload("botschafter.csv", "text/csv", file().getBytes(StandardCharsets.UTF_8)));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check the rows"))
                    .click();

            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Check the import")))
                    .isVisible();
            assertThat(page.getByLabel("E-mail address")).hasValue("E-Mail");
            assertThat(page.locator(".figure").nth(0)).containsText("300");
            assertThat(page.locator(".figure").nth(2)).containsText("7");
            assertThat(page.locator(".refused-rows li")).hasCount(7);
            look.keepScreenshot("import-check-" + Window.DESK_LIGHT).isSound();

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import 300 rows"))
                    .click();
            assertThat(page.getByText("7 rows were refused")).isVisible();
            look.keepScreenshot("import-done-" + Window.DESK_LIGHT).isSound();
            var refused = page.waitForDownload(
                    () -> page.getByText("Download the refused rows").click());
            assertThat(text(refused).lines().toList())
                    .hasSize(8)
                    .anyMatch(line -> line.endsWith("The name is missing."))
                    .anyMatch(line -> line.contains("is no e-mail address."));

            page.getByText("See the ambassadors").click();
            page.getByLabel("Search by name, e-mail address or handle").fill("runner 299 " + first);
            page.keyboard().press("Enter");
            assertThat(page.getByText("1 ambassador found")).isVisible();
            page.locator(".people .name a").click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Runner 299");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make a magic link"))
                    .click();
            assertThat(page.locator(".secret code")).containsText("/a/");
            look.keepScreenshot("ambassadors-link-" + Window.DESK_LIGHT).isSound();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.herald.e2e.Window#all")
    void the_steps_of_an_import_are_sound_in_every_window(Window window) {
        in(window, look -> {
            var page = look.open(demo.origin() + LIST + "/import").page();
            page.getByLabel("Or paste rows here").fill("wer\tMail\nMia\tno address\nJun\tjun@" + window + ".example");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check the rows"))
                    .click();
            assertThat(page.getByText("No column is called like a name.")).isVisible();
            look.keepScreenshot("import-columns-" + window).isSound();

            page.getByLabel("Name").selectOption("wer");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check again"))
                    .click();
            look.keepScreenshot("import-check-" + window).isSound();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import 1 row"))
                    .click();
            assertThat(page.getByText("One row was refused")).isVisible();
            look.keepScreenshot("import-done-" + window).isSound();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.herald.e2e.Window#all")
    void a_stranger_applies_and_is_approved(Window window) {
        var email = "ava." + first + "@" + window + ".example";
        in(window, look -> {
            var page = look.open(demo.origin() + LIST + "/applications").page();
            var open = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open the form"));
            if (open.count() > 0) {
                open.click();
            }
            var form = page.locator(".secret code").first().textContent();

            apply(form, email, window);

            page.reload();
            assertThat(page.getByText(email)).isVisible();
            look.keepScreenshot("applications-waiting-" + window).isSound();
            page.locator(".rows li")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(email))
                    .getByText("Approve")
                    .click();
            assertThat(page.getByText("Ava Apply is an ambassador now.")).isVisible();
            assertThat(page.locator(".secret code").first()).containsText("/a/");
            look.keepScreenshot("applications-approved-" + window).isSound();
        });
    }

    private void apply(String form, String email, Window window) {
        try (var context = chromium.visitor(window)) {
            var look = new Look(context.newPage());
            var page = look.open(form).page();
            look.keepScreenshot("apply-" + window).isSound();
            page.getByLabel("Your name").fill("Ava Apply");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apply"))
                    .click();
            assertThat(page.getByLabel("Your name")).hasValue("Ava Apply");
            look.keepScreenshot("apply-faults-" + window).isSound();
            page.getByLabel("E-mail address").fill(email);
            page.getByLabel("Why you?").fill("I run, and people ask me what I wear.");
            page.getByLabel("may keep what I wrote").check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apply"))
                    .click();
            assertThat(page.getByText("Thank you")).isVisible();
            look.keepScreenshot("apply-thanks-" + window).isSound();
        }
    }

    @Test
    void a_removal_is_undone_with_one_click() {
        in(Window.PHONE_DARK, look -> {
            var made = demo.post("/v1/ambassadors", "{\"name\": \"Rosa Removed\"}")
                    .get("id")
                    .asText();
            var page = look.open(demo.origin() + LIST + "/" + made).page();

            page.locator("summary", new Page.LocatorOptions().setHasText("Remove"))
                    .click();
            look.keepScreenshot("ambassadors-remove-" + Window.PHONE_DARK).isSound();
            page.locator(".confirm .btn-danger").first().click();
            assertThat(page.getByText("Rosa Removed was removed.")).isVisible();
            look.keepScreenshot("ambassadors-undo-" + Window.PHONE_DARK).isSound();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
                    .click();

            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Rosa Removed");
        });
    }

    @Test
    void without_script_a_list_is_searched_and_a_file_imported() {
        try (var context = chromium.visitorWithoutScript(Window.PHONE_LIGHT, demo.signIn(chromium))) {
            var page = context.newPage();
            page.navigate(demo.origin() + LIST + "/import");
            page.getByLabel("CSV file")
                    .setInputFiles(new FilePayload(
                            "one.csv",
                            "text/csv",
                            ("Name,Email\nScriptless,scriptless" + first + "@e2e.example\n")
                                    .getBytes(StandardCharsets.UTF_8)));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check the rows"))
                    .click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import 1 row"))
                    .click();

            page.navigate(demo.origin() + LIST + "?q=scriptless" + first);
            assertThat(page.getByText("1 ambassador found")).isVisible();
        }
    }

    /** Written by a German spreadsheet. */
    private String file() {
        var rows = new StringBuilder("Name;E-Mail;Instagram;Abonnenten;Kanäle\r\n");
        for (var i = 0; i < 300; i++) {
            rows.append("Runner %d;runner%d@%s.example;@runner%d;%d.%03d;Instagram, TikTok\r\n"
                    .formatted(i, i, first, i, 1 + i % 90, i));
        }
        for (var bad : List.of(
                ";no.name@%s.example;;;",
                "No Address;nowhere;;;",
                "Twice;RUNNER7@%s.example;;;",
                "Many;many@%s.example;;lots;",
                "Two Signs;a@b@%s.example;;;",
                "Too Wide;wide@%s.example;;;;;what?",
                "   ;blank@%s.example;;;")) {
            rows.append(bad.replace("%s", first)).append("\r\n");
        }
        return rows.toString();
    }

    private String address(String name) {
        return switch (name) {
            case "list" -> LIST;
            case "nobody" -> LIST + "?q=nobody+is+called+so&tag=gone";
            case "removed" -> LIST + "?page=removed";
            case "profile" -> LIST + "/" + leader;
            case "edit" -> LIST + "/" + leader + "/edit";
            default -> LIST + "/" + name;
        };
    }

    private static String text(Download download) {
        try {
            return Files.readString(download.path());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void in(Window window, Consumer<Look> test) {
        try (var context = chromium.visitor(window, demo.signIn(chromium))) {
            test.accept(new Look(context.newPage()));
        }
    }
}
