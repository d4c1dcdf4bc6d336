package dev.herald.console;

/** Something that needs doing soon: what, and where. */
public record Attention(String text, String address) {}
