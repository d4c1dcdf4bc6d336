package dev.herald.console;

/** One piece of long work, with its bar. */
public record JobPage(Shell shell, JobLine job) {}
