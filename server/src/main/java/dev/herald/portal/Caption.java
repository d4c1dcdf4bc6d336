package dev.herald.portal;

/** Text to post. The disclosure tag is part of it and cannot be left out: rewarded posts have to say so. */
public record Caption(String before, String code, String after) {

    /** Understood wherever posts are regulated (US FTC, UK ASA, EU consumer law): plain, and not hidden among others. */
    public static final String TAG = "#ad";

    static Caption of(String code, String offer, String brand) {
        return new Caption("Use ", code, " for " + offer + " at " + brand + ".");
    }

    public String tag() {
        return TAG;
    }

    public String text() {
        return before + code + after + " " + TAG;
    }
}
