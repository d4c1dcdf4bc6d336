package dev.herald.code;

import dev.herald.access.Brand;
import dev.herald.ambassador.Ambassador;
import dev.herald.campaign.Campaign;
import dev.herald.campaign.Offer;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.stream.Stream;

/** The texts that come into question for a campaign, the best first and without end. */
final class CodeTexts {

    private static final int LONGEST_NUMBER = 6;

    private final SecureRandom random = new SecureRandom();

    Stream<CodeText> ofBrand(Brand brand, Campaign campaign) {
        var season = BlanketCodes.season(LocalDate.ofInstant(campaign.startsAt(), brand.zone()));
        return BlanketCodes.candidates(brand.name(), campaign.name(), season, number(campaign), random);
    }

    Stream<CodeText> of(Ambassador ambassador, Campaign campaign) {
        var handle = ambassador.handle() == null ? "" : ambassador.handle();
        return PersonalCodes.candidates(ambassador.name(), handle, number(campaign), random);
    }

    /** Texts that begin like one that cannot be had. */
    Stream<CodeText> like(CodeText wish, Campaign campaign) {
        return PersonalCodes.candidates(wish.canonical().replaceFirst("[0-9]+$", ""), "", number(campaign), random);
    }

    /** What codes end in: the offer's number, or a word where it has none that is short. */
    private static String number(Campaign campaign) {
        var number = campaign.offer().number();
        if (!number.isEmpty() && number.length() <= LONGEST_NUMBER) {
            return number;
        }
        return campaign.offer() instanceof Offer.FreeShipping ? "SHIP" : "OFF";
    }
}
