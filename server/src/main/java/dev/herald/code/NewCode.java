package dev.herald.code;

/** A code that is about to be stored, with what it is compared by. */
record NewCode(PromoCode code, String skeleton) {}
