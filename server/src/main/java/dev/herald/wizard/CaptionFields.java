package dev.herald.wizard;

import dev.herald.share.CampaignCaptions;
import dev.herald.share.CaptionTemplate;
import dev.herald.share.Platform;
import dev.herald.web.Form;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The fields in which captions are written: captions.0.platform, captions.0.text and so on. */
final class CaptionFields {

    private static final String PREFIX = "captions.";
    private static final int MOST = 40;

    private CaptionFields() {}

    static String platform(int number) {
        return PREFIX + number + ".platform";
    }

    static String text(int number) {
        return PREFIX + number + ".text";
    }

    /** The fields of captions that are there. */
    static Map<String, String> of(CampaignCaptions captions) {
        var fields = new LinkedHashMap<String, String>();
        for (var template : captions.templates().stream()
                .sorted(Comparator.comparing(CaptionTemplate::platform))
                .toList()) {
            fields.putAll(field(fields.size() / 2, template.platform(), template.text()));
        }
        fields.put("tag", captions.tag());
        return fields;
    }

    static Map<String, String> field(int number, Platform platform, String text) {
        return Map.of(platform(number), platform.name().toLowerCase(Locale.ROOT), text(number), text);
    }

    /** The numbers of those in which something is written. */
    static List<Integer> numbers(Form form) {
        return all(form).stream().filter(number -> form.has(text(number))).toList();
    }

    /** The numbers of all, also of those that are still empty. */
    static List<Integer> all(Form form) {
        return IntStream.range(0, MOST)
                .filter(number -> form.has(platform(number)))
                .boxed()
                .toList();
    }

    /** The number for one more. */
    static int next(Form form) {
        return all(form).stream().mapToInt(number -> number).max().orElse(-1) + 1;
    }

    /** Where the fault of the caption that was sent as the first, second and so on belongs. */
    static Form placed(Form form, Form faulty) {
        var numbers = numbers(form);
        var all = form;
        for (var fault : faulty.faults().entrySet()) {
            var place = fault.getKey().split("\\.", -1);
            var isCaption = place.length == 3 && place[0].equals("captions") && place[1].matches("[0-9]{1,2}");
            all = isCaption && Integer.parseInt(place[1]) < numbers.size()
                    ? all.refused(text(numbers.get(Integer.parseInt(place[1]))), fault.getValue())
                    : all.refused(fault.getKey(), fault.getValue());
        }
        return all;
    }
}
