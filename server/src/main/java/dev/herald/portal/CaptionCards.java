package dev.herald.portal;

import dev.herald.portal.AmbassadorPage.Captions;
import dev.herald.portal.AmbassadorPage.Captions.Part;
import dev.herald.portal.AmbassadorPage.Captions.Text;
import dev.herald.share.FilledCaption;
import dev.herald.share.Platform;
import dev.herald.web.Formats;
import dev.herald.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Arranges captions by platform, with what matters in them marked: the code, and the tags. */
record CaptionCards(Texts texts, Formats formats) {

    private static final Pattern TAG = Pattern.compile("#[\\p{L}\\p{M}\\p{N}_]+");

    /** Platforms without a caption are left out. */
    List<Captions> cards(List<FilledCaption> captions, String code) {
        return Stream.of(Platform.values())
                .map(platform -> new Captions(
                        platform.name().toLowerCase(Locale.ROOT),
                        platform.label(),
                        captions.stream()
                                .filter(one -> one.platform() == platform)
                                .map(one -> text(one, code))
                                .toList()))
                .filter(one -> !one.texts().isEmpty())
                .toList();
    }

    private Text text(FilledCaption caption, String code) {
        return new Text(
                caption.text(),
                parts(caption.text(), code),
                texts.say("captions.count", formats.count(caption.length()), formats.count(caption.limit())));
    }

    static List<Part> parts(String text, String code) {
        var parts = new ArrayList<Part>();
        var marked = Pattern.compile(Pattern.quote(code) + "|" + TAG.pattern()).matcher(text);
        var end = 0;
        while (marked.find()) {
            if (marked.start() > end) {
                parts.add(new Part(text.substring(end, marked.start()), "plain"));
            }
            parts.add(new Part(marked.group(), marked.group().equals(code) ? "code" : "tag"));
            end = marked.end();
        }
        if (end < text.length()) {
            parts.add(new Part(text.substring(end), "plain"));
        }
        return parts;
    }
}
