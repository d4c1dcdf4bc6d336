package dev.herald.web;

/** One entry of a list to choose from. */
public record Option(String value, String text) {}
