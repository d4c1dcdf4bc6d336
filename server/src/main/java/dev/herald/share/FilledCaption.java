package dev.herald.share;

/**
 * A caption ready to be posted, with its disclosure.
 *
 * @param length how much of the platform's limit it takes
 */
public record FilledCaption(Platform platform, String text, int length) {

    public int limit() {
        return platform.limit();
    }
}
