package dev.herald.console;

/** The description of the API. */
public record ReferencePage(Shell shell, ApiReference api) {}
