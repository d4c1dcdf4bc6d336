package dev.herald.portal;

/** What the picture beside a link says. */
record Card(String colour, String brand, String offer, String code) {}
