package dev.herald.code;

/** Why a code cannot be had. Never says whose code is in the way. */
public enum Objection {
    TAKEN("code_taken", "This code, or one that looks the same, is or was taken."),
    TOO_CLOSE(
            "code_too_close", "This code is within two typing slips of another one, so that buyers would mix them up."),
    SOUNDS_ALIKE(
            "code_sounds_alike", "This code sounds like another one, so that buyers who hear it would mix them up."),
    OFFENSIVE("code_offensive", "This code can be read as something offensive.");

    private final String code;
    private final String detail;

    Objection(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    /** Stable, for programs. */
    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }
}
