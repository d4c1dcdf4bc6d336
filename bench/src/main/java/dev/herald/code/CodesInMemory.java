package dev.herald.code;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Herald's rules of codes without its database, for measures of millions: they admit a code, and say what a text means, by
 * the same calls as the desk and the checkout. Owners are numbered from 0 in the order in which they got their codes.
 */
public final class CodesInMemory {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /**
     * Whose code a text was taken for.
     *
     * @param owner {@link #NOBODY} if for none
     * @param edits 0 if it is the code; otherwise the code would be suggested
     */
    public record Meaning(int owner, int edits) {}

    /** No owner. */
    public static final int NOBODY = -1;

    private static final Meaning NOTHING = new Meaning(NOBODY, 0);

    private final CodeBook book = new CodeBook();
    private final Map<String, Integer> owners = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** Gives a person the first memorable code that nothing speaks against. */
    public String givePersonal(String name, String number, RandomGenerator random) {
        var admission = new Admission(book, NOW);
        var text = PersonalCodes.candidates(name, "", number, random)
                .filter(one -> admission.toMemorable(one).isEmpty())
                .findFirst()
                .orElseThrow();
        enter(text, true);
        return text.canonical();
    }

    /** Enters a random code that was made before. */
    public void enterRandom(String text) {
        enter(CodeText.typed(text).orElseThrow(), false);
    }

    private void enter(CodeText text, boolean memorable) {
        var number = texts.size();
        owners.put(text.skeleton(), number);
        texts.add(text.canonical());
        book.apply(new CodeBook.Entry(
                number, new CodeId(number), text.skeleton(), text.canonical(), memorable, true, null));
    }

    /** The codes in the order of their owners. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    /** What the checkout takes a text for. */
    public Meaning meaning(String typed) {
        var exact = CodeText.typed(typed).map(CodeText::skeleton).map(owners::get);
        return exact.map(owner -> new Meaning(owner, 0)).orElseGet(() -> correction(typed));
    }

    /** The look-up alone that the checkout makes for a text that is no code. */
    public Meaning correction(String typed) {
        return book.meant(typed, NOW)
                .map(code -> new Meaning((int) code.id().value(), code.edits()))
                .orElse(NOTHING);
    }
}
