package dev.herald.code;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Codes for everybody, made of the brand's and the campaign's name and the offer's number: HEARTBEAT20. */
final class BlanketCodes {

    /** A longer one is typed wrong by one shopper in five: 1 - (1 - .017)^14. */
    private static final int LONGEST_NAME = 14;

    private static final List<String> SEASONS = List.of("WINTER", "SPRING", "SUMMER", "AUTUMN");
    private static final String OFFER = "SAVE";

    /** Words that say nothing alone: HEARTBEATTHE20. */
    private static final Set<String> LINKS = Set.of(
            "THE", "A", "AN", "IN", "AT", "OF", "ON", "TO", "FOR", "AND", "WITH", "AGAIN", "DER", "DIE", "DAS", "UND",
            "IM", "AM", "MIT", "FUR", "LE", "LA", "LES", "DE", "DU", "DES", "ET", "AU", "EN");

    private BlanketCodes() {}

    /** The season in which a campaign begins, as the north of the world has it. */
    static String season(LocalDate start) {
        return SEASONS.get(start.getMonthValue() % 12 / 3);
    }

    /** Without a season, for a brand that sells all over the world. */
    static Stream<CodeText> candidates(String brand, String campaign, String number, RandomGenerator random) {
        return candidates(brand, campaign, "", number, random);
    }

    /**
     * The brand, the brand with each word of the campaign, the campaign, the brand with the season and with the offer, the
     * season alone, and at last random codes without end.
     *
     * @param season such as SPRING; empty if there is none
     * @param number what the code gives, such as 20; 1 to 6 letters or digits
     */
    static Stream<CodeText> candidates(
            String brand, String campaign, String season, String number, RandomGenerator random) {
        var brandText = shortName(LatinSpelling.words(brand));
        var campaignWords = lettersOnly(LatinSpelling.words(campaign));
        var ofBrand = Stream.of(brandText).filter(text -> fits(text) && text.length() > 1);
        var ofBoth = campaignWords.stream()
                .filter(word -> !brandText.isEmpty() && !word.equals(brandText))
                .map(brandText::concat)
                .filter(BlanketCodes::fits);
        var ofCampaign = Stream.concat(Stream.of(String.join("", campaignWords)), campaignWords.stream())
                .filter(text -> fits(text) && text.length() > 2);
        var ofBrandAndMore = Stream.of(season, OFFER)
                .filter(word -> !word.isEmpty() && !brandText.isEmpty())
                .map(brandText::concat)
                .filter(BlanketCodes::fits);
        var seen = new HashSet<String>();
        var memorable = Stream.of(
                        ofBrand,
                        ofBoth,
                        ofCampaign,
                        ofBrandAndMore,
                        Stream.of(season).filter(text -> !text.isEmpty()))
                .flatMap(step -> step)
                .flatMap(start -> CodeText.typed(start + number).stream());
        return Stream.concat(memorable, Stream.generate(() -> RandomCodes.next(random)))
                .filter(code -> seen.add(code.skeleton()));
    }

    /** A number of the campaign's own, such as a year, would be read as part of the offer. */
    private static List<String> lettersOnly(List<String> words) {
        return words.stream()
                .map(word -> word.replaceAll("[0-9]", ""))
                .filter(word -> !word.isEmpty() && !LINKS.contains(word))
                .toList();
    }

    /** All of the name if it is short enough, else its first word: MULLER for Müller & Söhne GmbH. */
    private static String shortName(List<String> words) {
        var all = String.join("", words);
        return fits(all) ? all : words.getFirst();
    }

    private static boolean fits(String name) {
        return name.length() <= LONGEST_NAME;
    }
}
