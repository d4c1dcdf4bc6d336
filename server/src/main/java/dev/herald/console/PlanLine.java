package dev.herald.console;

import dev.herald.web.Moment;

/** A campaign that somebody began to plan and has not finished. */
public record PlanLine(String address, String name, Moment changed) {}
