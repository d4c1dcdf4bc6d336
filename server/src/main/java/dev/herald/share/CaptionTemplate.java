package dev.herald.share;

/**
 * A text to post, with places for what differs from one person to the next.
 *
 * @param text with {@code {code} {offer} {brand} {name} {link} {until}}
 */
public record CaptionTemplate(Platform platform, String text) {}
