package dev.herald.campaign;

/** What a campaign is for. */
public enum Objective {
    AWARENESS,
    NEW_CUSTOMERS,
    LOYALTY,
    FIND_TOP_AMBASSADORS,
    KNOW_AUDIENCE
}
