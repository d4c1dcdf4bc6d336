package dev.herald.web;

/** A point in time as a page shows it: for machines, in the brand's zone, and in UTC for whoever hovers over it. */
public record Moment(String machine, String shown, String utc) {}
