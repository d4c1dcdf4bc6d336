package dev.herald.portal;

/**
 * A page that says what happened and what to do, to an ambassador or a buyer.
 *
 * @param home the ambassador's page; "" for whoever has none
 */
public record NoticePage(Around around, String text, String home) {}
