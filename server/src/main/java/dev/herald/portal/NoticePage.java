package dev.herald.portal;

/** A page that says what happened and what to do, to an ambassador or a buyer. */
public record NoticePage(Around around, String text) {}
