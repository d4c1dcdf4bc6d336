package dev.herald.job;

/** A kind of long work: says how one piece of it is done. */
public interface JobWork {

    /** Lower-case letters and underscores, as the API shows it. */
    String kind();

    /**
     * Does the next piece, of about 0.1 to 1 second, after what the job's cursor says was done. It is called within the
     * transaction that also saves the progress: what it writes there is done exactly once, and anything else perhaps more
     * than once. A RequestRefused fails the job for good; any other exception means another attempt.
     */
    Progress next(Job job);
}
