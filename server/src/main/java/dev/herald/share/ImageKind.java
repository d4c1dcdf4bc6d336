package dev.herald.share;

/** What a picture is by its content: {@code image/png}, {@code image/jpeg} or {@code image/webp}, and its pixels. */
record ImageKind(String contentType, int width, int height) {}
