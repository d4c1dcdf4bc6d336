package dev.herald.code;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;

/** What {@code ./dev fuzz} calls with texts that lead it to code not reached before. */
public final class CodeFuzz {

    private CodeFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider bytes) {
        CodeLaws.holdFor(bytes.consumeRemainingAsString());
    }
}
