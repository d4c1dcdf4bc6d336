package dev.herald.invite;

import dev.herald.web.Texts;

/** Writes invitations: the same words as text and as simple HTML. Pure. */
record LetterRules(Texts texts, String brand) {

    /**
     * What one invitation tells.
     *
     * @param code "" if there is none yet
     */
    record Told(String name, String code, String link, String unsubscribe) {}

    String subject() {
        return texts.say("mail.subject", brand);
    }

    String text(Told told) {
        var code = told.code().isEmpty() ? "" : texts.say("mail.code", told.code()) + "\n\n";
        return texts.say("mail.hello", told.name()) + "\n\n"
                + texts.say("mail.intro", brand) + "\n\n"
                + code
                + told.link() + "\n\n"
                + texts.say("mail.keep") + "\n\n"
                + "-- \n"
                + texts.say("mail.why", brand) + "\n"
                + texts.say("mail.unsubscribe") + ": " + told.unsubscribe() + "\n";
    }

    /** Mail programs know nothing of style sheets, so the few styles stand at the elements. */
    String html(Told told) {
        var code = told.code().isEmpty()
                ? ""
                : "<p style=\"margin:0 0 24px\">" + escaped(texts.say("mail.code.label"))
                        + "<br><b style=\"font:700 28px/1.5 monospace;letter-spacing:1px\">" + escaped(told.code())
                        + "</b></p>";
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title></head>
                <body style="margin:0;padding:24px;background:#f6f7f9;color:#1f2937;font:16px/1.5 sans-serif">
                <div style="max-width:520px;margin:0 auto;padding:32px 24px;background:#ffffff;border-radius:12px">
                <p style="margin:0 0 16px;font-size:20px"><b>%s</b></p>
                <p style="margin:0 0 24px">%s</p>
                %s
                <p style="margin:0 0 24px"><a href="%s" style="display:inline-block;padding:14px 24px;border-radius:8px;background:#1f2937;color:#ffffff;text-decoration:none">%s</a></p>
                <p style="margin:0;color:#4b5563">%s</p>
                </div>
                <p style="max-width:520px;margin:16px auto 0;color:#4b5563;font-size:13px">%s <a href="%s" style="color:#4b5563">%s</a></p>
                </body>
                </html>
                """.formatted(
                        texts.language(),
                        escaped(subject()),
                        escaped(texts.say("mail.hello", told.name())),
                        escaped(texts.say("mail.intro", brand)),
                        code,
                        escaped(told.link()),
                        escaped(texts.say("mail.open")),
                        escaped(texts.say("mail.keep")),
                        escaped(texts.say("mail.why", brand)),
                        escaped(told.unsubscribe()),
                        escaped(texts.say("mail.unsubscribe")));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
