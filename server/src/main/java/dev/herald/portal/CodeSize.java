package dev.herald.portal;

/** How large a code can be on one line of a phone: the style sheet knows the words. */
final class CodeSize {

    private CodeSize() {}

    static String of(String code) {
        if (code.length() > 18) {
            return "longest";
        }
        return code.length() > 13 ? "long" : code.length() > 9 ? "medium" : "short";
    }
}
