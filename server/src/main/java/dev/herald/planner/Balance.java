package dev.herald.planner;

/** An amount in minor units that may be below zero. */
public record Balance(long amount, String currency) {}
