package dev.herald.invite;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.herald.app.TestHerald;
import dev.herald.web.Visitor;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationsTest {

    private static final String LIST = "/console/ambassadors";
    private static final long PATIENCE_MILLIS = 60_000;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private TestHerald herald;
    private Visitor visitor;

    @BeforeEach
    void start() {
        mail.start();
        mail.setUser("codes@example.com", "sender", "secret word");
        herald = new TestHerald(MailServer.parse(
                        "smtp://sender:secret%20word@127.0.0.1:"
                                + mail.getSmtp().getPort(),
                        "codes@example.com")
                .orElseThrow());
        visitor = new Visitor(herald.address.getPort());
        visitor.get("/enter/" + herald.herald.access().createConsoleLink(herald.brand.id()));
    }

    @AfterEach
    void stop() {
        visitor.close();
        herald.close();
        mail.stop();
    }

    @Test
    void an_invitation_brings_the_link_the_code_and_a_way_out() throws Exception {
        var campaign = herald.runningCampaign(Map.of("name", "Mailed", "strategy", "personal"));
        var mia = create("Mia Okafor", "mia@mail.example");
        var code = herald.post("/v1/campaigns/" + campaign + "/enrollments", Map.of("ambassador_ids", List.of(mia)))
                .json()
                .at("/data/0/code/display")
                .asText();

        invite(mia);

        var message = received(1)[0];
        assertThat(message.getSubject()).isEqualTo("Your code and your page at Heartbeat");
        assertThat(message.getFrom()[0]).hasToString("Heartbeat <codes@example.com>");
        assertThat(message.getAllRecipients()[0]).hasToString("Mia Okafor <mia@mail.example>");
        assertThat(message.getMessageID()).matches("<inv_[0-9A-Z]{13}@example.com>");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        var parts = (MimeMultipart) message.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        var text = parts.getBodyPart(0).getContent().toString();
        var html = parts.getBodyPart(1).getContent().toString();
        assertThat(text).contains("Hi Mia Okafor,", code);
        assertThat(html).contains(code, "Open my page");
        assertThat(visitor.get(path(text, "/a/")).statusCode()).isEqualTo(200);
        assertThat(page(LIST + "/" + mia)).contains("mia@mail.example", "Sent", "First opened");
    }

    @Test
    void one_click_ends_all_mail_and_the_lists_say_so() throws Exception {
        var una = create("Una", "una@mail.example");
        invite(una);
        var link = received(1)[0].getHeader("List-Unsubscribe")[0];
        var address = link.substring(1, link.length() - 1);

        // Opening it does nothing: programs that look for viruses open every link.
        assertThat(visitor.get(URI.create(address).getPath()).body()).contains("No more mail?");
        assertThat(page(LIST)).doesNotContain("Unsubscribed");
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }

        assertThat(page(LIST)).contains("Unsubscribed");
        assertThat(page(LIST + "/" + una)).contains("Wants no mail").doesNotContain("Send an invitation");
        assertThat(invite(una)).contains("No invitation is sent. 1 wants no mail.");
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void an_unsubscribe_link_cannot_be_made_up() throws Exception {
        var one = create("One", "one@mail.example");
        invite(one);
        var path = path(text(received(1)[0]), "/unsubscribe/");

        for (var at = "/unsubscribe/".length(); at < path.length(); at += 5) {
            var other = path.substring(0, at) + (path.charAt(at) == 'x' ? 'y' : 'x') + path.substring(at + 1);
            assertThat(visitor.post(other, Map.of()).statusCode()).as(other).isIn(404, 200);
        }
        assertThat(herald.get("/v1/ambassadors/" + one).json().has("unsubscribed_at"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eve\nBcc: victim@example.com",
                "\"Eve\" <eve@elsewhere.example>, other@elsewhere.example",
                "Ève \uD83D\uDE00 \u202Egnp.exe",
                "<script>alert(1)</script>",
                "=?utf-8?q?Bcc:_victim@example.com?="
            })
    void a_hostile_name_stays_a_name(String name) throws Exception {
        invite(create(name, "eve@mail.example"));

        var message = received(1)[0];
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()[0].toString()).endsWith("<eve@mail.example>");
        var html = ((MimeMultipart) message.getContent())
                .getBodyPart(1)
                .getContent()
                .toString();
        assertThat(html).doesNotContain("<script");
        assertThat(Arrays.stream(mail.getReceivedMessages()).count()).isEqualTo(1);
    }

    @Test
    void everybody_who_never_opened_gets_one_mail_and_not_twice() throws Exception {
        for (var i = 0; i < 12; i++) {
            create("Person " + i, "p" + i + "@many.example");
        }
        create("No Address", "");
        var opened = create("Has Opened", "opened@many.example");
        visitor.get(herald.post("/v1/ambassadors/" + opened + "/links", Map.of())
                .json()
                .get("path")
                .asText());

        assertThat(visitor.post(LIST + "/invite", Map.of("unopened", "yes")).body())
                .contains("12 invitations are on their way. 1 has no e-mail address.");
        assertThat(visitor.post(LIST + "/invite", Map.of("unopened", "yes")).body())
                .contains("No invitation is sent.", "12 were invited within the last hour.");

        assertThat(Arrays.stream(received(12)).map(InvitationsTest::recipient).distinct())
                .hasSize(12);
        until(() -> page(LIST).split(">Invited<", -1).length == 13);
    }

    @Test
    void mail_goes_out_when_the_server_is_back() throws Exception {
        var port = mail.getSmtp().getPort();
        mail.stop();
        var late = create("Late", "late@mail.example");
        invite(late);
        until(() -> page(LIST + "/" + late).contains("Couldn&#39;t connect")
                || page(LIST + "/" + late).contains("onnect"));

        var again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try {
            again.start();
            again.setUser("codes@example.com", "sender", "secret word");
            until(() -> again.getReceivedMessages().length == 1);
            until(() -> page(LIST + "/" + late).contains("Sent"));
        } finally {
            again.stop();
        }
    }

    @Test
    void the_brands_language_is_spoken() throws Exception {
        var look = herald.brand.look();
        herald.herald
                .access()
                .dress(
                        herald.brand.id(),
                        "Herzschlag",
                        herald.brand.zone(),
                        new dev.herald.access.BrandLook(
                                java.util.Locale.GERMAN,
                                look.currency(),
                                look.colour(),
                                look.shop(),
                                look.parameter()));
        invite(create("Änne", "aenne@mail.example"));

        var message = received(1)[0];
        assertThat(message.getSubject()).isEqualTo("Dein Code und deine Seite bei Herzschlag");
        assertThat(text(message)).contains("Hallo Änne,");
    }

    private String invite(String ambassador) {
        var answer = visitor.post(LIST + "/" + ambassador + "/invite", Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private MimeMessage[] received(int count) {
        assertThat(mail.waitForIncomingEmail(PATIENCE_MILLIS, count)).isTrue();
        until(() -> !page(LIST).contains("Invitation queued"));
        assertThat(mail.getReceivedMessages()).hasSize(count);
        return mail.getReceivedMessages();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(MimeMessage message) throws Exception {
        return ((MimeMultipart) message.getContent())
                .getBodyPart(0)
                .getContent()
                .toString();
    }

    private static String path(String text, String beginning) {
        var found = Pattern.compile("http://[^/\\s]+(" + beginning + "\\S+)").matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private static void until(java.util.function.BooleanSupplier good) {
        var deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!good.getAsBoolean()) {
            assertThat(System.nanoTime()).as("so late").isLessThan(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    private String page(String path) {
        return visitor.get(path).body();
    }

    private String create(String name, String email) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", name);
        if (!email.isEmpty()) {
            body.put("email", email);
        }
        return herald.post("/v1/ambassadors", body).json().get("id").asText();
    }
}
