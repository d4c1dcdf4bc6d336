package dev.herald.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tabler's line icons (MIT), put into the page as SVG so that they take the colour of the text around them. */
public final class Icons {

    private static final Map<String, String> DRAWN = new ConcurrentHashMap<>();

    private static final String OPENING = """
            <svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" \
            stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">""";

    private Icons() {}

    /** The markup of an icon; it is decoration, a screen reader passes over it. */
    public static String svg(String name) {
        return DRAWN.computeIfAbsent(name, Icons::read);
    }

    private static String read(String name) {
        try (var in = Icons.class.getResourceAsStream("icons/" + name + ".svg")) {
            if (in == null) {
                throw new IllegalArgumentException("No icon is called " + name + "; the pom lists those we take");
            }
            var file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var shapes = file.substring(file.indexOf('>', file.indexOf("<svg")) + 1);
            return OPENING + shapes.replaceAll("\\s*\\R\\s*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
