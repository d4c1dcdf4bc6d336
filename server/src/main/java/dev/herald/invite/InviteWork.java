package dev.herald.invite;

import dev.herald.job.Job;
import dev.herald.job.JobWork;
import dev.herald.job.Progress;

/** Sends invitations, one mail in each piece: a crash can repeat one at most. */
public final class InviteWork implements JobWork {

    static final String KIND = "send_invitations";

    /**
     * What does not stand with the invitations themselves.
     *
     * @param origin where this server is reached
     */
    record Order(String origin) {}

    private final Invitations invitations;

    public InviteWork(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress next(Job job) {
        return invitations.next(job, job.input(Order.class));
    }
}
