package dev.herald.console;

/** One image, to be replaced or deleted. */
public record ImagePage(Shell shell, ImagesPage.ImageLine image, String id) {}
