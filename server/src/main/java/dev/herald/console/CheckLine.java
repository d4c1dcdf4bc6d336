package dev.herald.console;

/**
 * One rule that a code has to pass, as staff is told it.
 *
 * @param advice what to do; "" where nothing has to be done
 */
public record CheckLine(boolean passed, String title, String detail, String advice) {}
