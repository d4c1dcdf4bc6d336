package dev.herald.code;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Memorable codes for one person, the best first (docs/SCIENCE.md, Codes).
 *
 * <p>The number tells what the code gives and never changes: MIA20 and MIA21 would be one slip apart, and say two offers.
 */
final class PersonalCodes {

    /** Longer names are cut, because every character more is one more to mistype. */
    private static final int LONGEST_NAME = 12;

    private static final int LONGEST_OF_BOTH = 16;
    private static final Set<String> TITLES = Set.of("DR", "MR", "MRS", "MS", "MISS", "PROF", "SIR");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private PersonalCodes() {}

    /**
     * NAME20, then with the surname's initials, with more and more of the surname, the handle, the surname first, a friendly
     * word, and at last random codes without end.
     *
     * @param handle how the person is called on social media; empty if there is none
     * @param number what the code gives, such as 20; 1 to 6 letters or digits
     */
    static Stream<CodeText> candidates(String name, String handle, String number, RandomGenerator random) {
        var words = nameWords(name);
        var first = words.isEmpty() ? Optional.<String>empty() : Optional.of(cut(words.getFirst(), LONGEST_NAME));
        var plain = first.stream();
        var withSurname = first.stream().flatMap(start -> withSurname(start, words));
        var byHandle = handleText(handle).stream();
        var surnameFirst = first.stream().flatMap(start -> surnameFirst(start, words));
        var withWord =
                first.stream().flatMap(start -> FriendlyWords.ALL.stream().map(start::concat));
        var memorable = Stream.of(plain, withSurname, byHandle, surnameFirst, withWord)
                .flatMap(step -> step)
                .map(start -> start + number);
        var seen = new HashSet<String>();
        // Read last, because a joined stream computes all of a step before it gives the first of it.
        return Stream.concat(
                        memorable,
                        Stream.generate(() -> RandomCodes.next(random).display()))
                .flatMap(text -> CodeText.typed(text).stream())
                .filter(code -> seen.add(code.skeleton()));
    }

    /** The initials of all further names, then more and more letters of the last one. */
    private static Stream<String> withSurname(String first, List<String> words) {
        if (words.size() < 2) {
            return Stream.empty();
        }
        var initials = new StringBuilder();
        words.stream().skip(1).forEach(word -> initials.append(word.charAt(0)));
        var last = words.getLast();
        return Stream.concat(
                        Stream.of(last.substring(0, 1), initials.toString()),
                        IntStream.rangeClosed(2, last.length()).mapToObj(length -> last.substring(0, length)))
                .map(first::concat)
                .filter(text -> text.length() <= LONGEST_OF_BOTH);
    }

    /** WONGMIA, then MWONG: many people go by either. */
    private static Stream<String> surnameFirst(String first, List<String> words) {
        if (words.size() < 2) {
            return Stream.empty();
        }
        var last = words.getLast();
        return Stream.of(last + first, first.charAt(0) + last).filter(text -> text.length() <= LONGEST_OF_BOTH);
    }

    /** Without a number of its own at the end, which would make another number of ours. */
    private static Optional<String> handleText(String handle) {
        var text = String.join("", LatinSpelling.words(handle)).replaceFirst("[0-9]+$", "");
        return text.length() < 2 ? Optional.empty() : Optional.of(cut(text, LONGEST_OF_BOTH));
    }

    /** Titles left out, and digits, which would make another number of ours: MIA220; a first name of one letter joined with the next. */
    private static List<String> nameWords(String name) {
        var words = LatinSpelling.words(name).stream()
                .map(word -> DIGITS.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .filter(word -> !TITLES.contains(word))
                .toList();
        if (words.size() < 2 || words.getFirst().length() > 1) {
            return words.stream()
                    .filter(word -> words.size() > 1 || word.length() > 1)
                    .toList();
        }
        var joined = words.get(0) + words.get(1);
        return Stream.concat(Stream.of(joined), words.stream().skip(2)).toList();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
