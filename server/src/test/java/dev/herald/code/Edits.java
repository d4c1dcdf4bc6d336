package dev.herald.code;

/** Counts slips the slow and simple way. */
final class Edits {

    private Edits() {}

    /** Unrestricted Damerau-Levenshtein: two letters swapped are one slip, whatever happens between them. */
    static int between(String one, String other) {
        var far = one.length() + other.length();
        var cost = new int[one.length() + 2][other.length() + 2];
        cost[0][0] = far;
        for (var i = 0; i <= one.length(); i++) {
            cost[i + 1][0] = far;
            cost[i + 1][1] = i;
        }
        for (var j = 0; j <= other.length(); j++) {
            cost[0][j + 1] = far;
            cost[1][j + 1] = j;
        }
        var lastRow = new int[128];
        for (var i = 1; i <= one.length(); i++) {
            var lastColumn = 0;
            for (var j = 1; j <= other.length(); j++) {
                var row = lastRow[other.charAt(j - 1)];
                var column = lastColumn;
                var same = one.charAt(i - 1) == other.charAt(j - 1);
                lastColumn = same ? j : lastColumn;
                var swapped = cost[row][column] + (i - row - 1) + 1 + (j - column - 1);
                var changed = cost[i][j] + (same ? 0 : 1);
                var oneLonger = Math.min(cost[i + 1][j], cost[i][j + 1]) + 1;
                cost[i + 1][j + 1] = Math.min(Math.min(swapped, changed), oneLonger);
            }
            lastRow[one.charAt(i - 1)] = i;
        }
        return cost[one.length() + 1][other.length() + 1];
    }
}
