package dev.herald.attribution;

/** What the estimates assume and nothing in the data can tell (docs/SCIENCE.md). */
final class Model {

    /** Shape of what ambassadors with as many followers bring: the smaller, the more they differ. */
    static final double SHAPE = .8;

    /** Share of the redemptions that come by themselves, before the data say better, and how firmly that is believed. */
    static final double ALONE = .1;

    static final double SHAPE_OF_ALONE = 2;

    /** Hours after a post in which its buyers come, in the mean, before the data say better, and how far they can say so. */
    static final double USUAL_TAU = 10;

    static final double LEAST_TAU = 3;
    static final double MOST_TAU = 40;

    /** As many redemptions as the usual tau weighs. */
    static final double WEIGHT_OF_TAU = 20;

    /** Share of those who say who told them that say it right. */
    static final double TRUE_ANSWERS = .85;

    /** Share of them who say that nobody told them though somebody did; the others name anybody. */
    static final double FORGETFUL_ANSWERS = .075;

    /** Share of ambassadors who post: of those of whom no post is known it says how many did all the same. */
    static final double POSTING = .45;

    /** Of an ambassador whose posts are known, the share that comes by others which are not. */
    static final double UNTOLD = .05;

    /** A response is over after so many times tau. */
    static final double REACH_OF_A_POST = 12;

    private Model() {}
}
