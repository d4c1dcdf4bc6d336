package dev.herald.console;

/** Asks whether a campaign is really to end. */
public record EndPage(Shell shell, String address, String name, String members) {}
