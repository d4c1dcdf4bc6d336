package dev.herald.code;

/**
 * How many slips of the fingers turn one text into another: the unrestricted Damerau-Levenshtein distance, which counts
 * letters put in, left out, replaced, or swapped with a neighbour, also where something was put in between or left out.
 * Unlike the restricted variant it is a metric (R. Lowrance and R. A. Wagner, J. ACM 22(2), 1975).
 */
final class EditDistance {

    private EditDistance() {}

    /** The distance. Takes time with the cube of the lengths, which are at most 32. */
    static int between(CharSequence one, CharSequence other) {
        return between(letters(one), letters(other));
    }

    private static int between(int[] one, int[] other) {
        var rows = one.length;
        var columns = other.length;
        var cost = new int[rows + 1][columns + 1];
        for (var i = 0; i <= rows; i++) {
            cost[i][0] = i;
        }
        for (var j = 0; j <= columns; j++) {
            cost[0][j] = j;
        }
        for (var i = 1; i <= rows; i++) {
            // The last column before this one whose letter is the letter of this row.
            var lastColumn = 0;
            for (var j = 1; j <= columns; j++) {
                var same = one[i - 1] == other[j - 1];
                var replaced = cost[i - 1][j - 1] + (same ? 0 : 1);
                var oneLonger = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
                cost[i][j] = Math.min(replaced, oneLonger);
                var lastRow = lastBefore(one, i - 1, other[j - 1]);
                if (lastColumn > 0 && lastRow > 0) {
                    var between = i - lastRow - 1 + (j - lastColumn - 1);
                    cost[i][j] = Math.min(cost[i][j], cost[lastRow - 1][lastColumn - 1] + between + 1);
                }
                lastColumn = same ? j : lastColumn;
            }
        }
        return cost[rows][columns];
    }

    /** Whether the distance is at most so many edits. */
    static boolean isWithin(CharSequence one, CharSequence other, int edits) {
        return Math.abs(length(one) - length(other)) <= edits && between(one, other) <= edits;
    }

    /** The place, counted from 1, of a letter's last occurrence among the first so many; 0 if there is none. */
    private static int lastBefore(int[] text, int length, int letter) {
        var place = length;
        while (place > 0 && text[place - 1] != letter) {
            place--;
        }
        return place;
    }

    /** How many letters a text has: one beyond Unicode's basic plane is two units, and still one to mistype. */
    static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    private static int[] letters(CharSequence text) {
        var letters = new int[length(text)];
        var place = 0;
        for (var i = 0; i < letters.length; i++) {
            letters[i] = Character.codePointAt(text, place);
            place += Character.charCount(letters[i]);
        }
        return letters;
    }
}
