package dev.herald.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What follows a benchmark's name on the command line: {@code --name value} and {@code --flag}. */
final class Options {

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    private Options() {}

    /** Takes the words as they come: a word after an option that is not an option itself is its value. */
    static Options of(List<String> words) {
        var options = new Options();
        for (int i = 0; i < words.size(); i++) {
            var name = words.get(i);
            if (!name.startsWith("--")) {
                throw new IllegalArgumentException(name + " is not an option");
            }
            var hasValue = i + 1 < words.size() && !words.get(i + 1).startsWith("--");
            options.values.put(name, hasValue ? words.get(++i) : "");
        }
        return options;
    }

    boolean flag(String name) {
        return value(name).isPresent();
    }

    String text(String name, String absent) {
        return value(name).orElse(absent);
    }

    int number(String name, int absent) {
        return value(name).map(text -> parsed(name, text)).orElse(absent);
    }

    double fraction(String name, double absent) {
        try {
            return value(name).map(Double::parseDouble).orElse(absent);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " wants a number", e);
        }
    }

    /** The values between commas; none if the option is absent. */
    List<String> list(String name) {
        return value(name).map(text -> Arrays.asList(text.split(",", -1))).orElse(List.of());
    }

    /** Throws IllegalArgumentException if there is an option that nobody has asked for. */
    void refuseOthers() {
        for (var name : values.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("There is no option " + name + " here: only " + known);
            }
        }
    }

    private Optional<String> value(String name) {
        known.add(name);
        return Optional.ofNullable(values.get(name));
    }

    private static int parsed(String name, String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(name + " wants a number, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
