package dev.herald.code;

import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Codes for everybody, made of the brand's and the campaign's name and the offer's number: HEARTBEAT20. */
final class BlanketCodes {

    /** A longer one is typed wrong by one shopper in five: 1 - (1 - .017)^14. */
    private static final int LONGEST_NAME = 14;

    private BlanketCodes() {}

    /**
     * The brand, the brand with each word of the campaign, the campaign, and at last random endings without end.
     *
     * @param number what the code gives, such as 20; 1 to 6 letters or digits
     */
    static Stream<CodeText> candidates(String brand, String campaign, String number, RandomGenerator random) {
        var brandText = shortName(LatinSpelling.words(brand));
        var campaignWords = lettersOnly(LatinSpelling.words(campaign));
        var ofBrand = Stream.of(brandText).filter(text -> fits(text) && text.length() > 1);
        var ofBoth = campaignWords.stream()
                .filter(word -> !brandText.isEmpty() && !word.equals(brandText))
                .map(brandText::concat)
                .filter(BlanketCodes::fits);
        var ofCampaign = Stream.concat(Stream.of(String.join("", campaignWords)), campaignWords.stream())
                .filter(text -> fits(text) && text.length() > 2);
        var seen = new HashSet<String>();
        var memorable = Stream.of(ofBrand, ofBoth, ofCampaign)
                .flatMap(step -> step)
                .flatMap(start -> CodeText.typed(start + number).stream());
        return Stream.concat(memorable, Stream.generate(() -> RandomCodes.next(random)))
                .filter(code -> seen.add(code.skeleton()));
    }

    /** A number of the campaign's own, such as a year, would be read as part of the offer. */
    private static List<String> lettersOnly(List<String> words) {
        return words.stream()
                .map(word -> word.replaceAll("[0-9]", ""))
                .filter(word -> !word.isEmpty())
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
