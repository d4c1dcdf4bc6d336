package dev.herald.console;

/**
 * What can be done with a campaign now, and what there is to know before.
 *
 * @param open whether it can still be changed and given members
 * @param members how many it has, in words
 * @param others how many ambassadors are no members yet; "" if none
 * @param chosen those who were chosen when it was planned and are no members yet, in words; "" if none
 * @param advice why its codes are given as they are; "" if nobody planned it here
 */
public record CampaignDeeds(
        boolean launch,
        boolean pause,
        boolean resume,
        boolean end,
        boolean open,
        String members,
        String others,
        String chosen,
        String advice) {}
