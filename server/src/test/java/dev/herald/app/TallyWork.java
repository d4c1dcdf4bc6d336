package dev.herald.app;

import dev.herald.access.BrandId;
import dev.herald.job.Job;
import dev.herald.job.JobError;
import dev.herald.job.JobWork;
import dev.herald.job.Jobs;
import dev.herald.job.Progress;
import dev.herald.platform.Database;
import dev.herald.platform.DatabaseAddress;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Long work of which each piece leaves a row, so that a piece done twice or not at all shows. */
final class TallyWork implements JobWork {

    static final String KIND = "tally";

    /** How much of the total one piece does. */
    static final int PIECE = 10;

    /**
     * What to do.
     *
     * @param pause seconds that a piece takes
     * @param refusedAt the piece that cannot be done; 0 for none
     */
    record Order(int pieces, double pause, int refusedAt) {}

    private record Cursor(int pieces) {}

    private final Database db;
    private final AtomicInteger breaks;

    private TallyWork(Database db, AtomicInteger breaks) {
        this.db = db;
        this.breaks = breaks;
    }

    static List<JobWork> on(Database db) {
        return breaking(db, new AtomicInteger());
    }

    /** The same, but as many pieces break as there are breaks left. */
    static List<JobWork> breaking(Database db, AtomicInteger breaks) {
        return List.of(new TallyWork(db, breaks));
    }

    static void createTable(DatabaseAddress database) throws SQLException {
        try (var connection = TestPostgres.connect(database);
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table tally (
                        brand_id bigint not null,
                        job_id   bigint not null,
                        piece    integer not null,
                        process  bigint not null,
                        at       timestamptz not null default clock_timestamp()
                    )
                    """);
        }
    }

    static Job begin(Jobs jobs, BrandId brand, Order order) {
        return jobs.create(brand, KIND, order, (long) order.pieces() * PIECE);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress next(Job job) {
        var order = job.input(Order.class);
        var piece = job.cursor(Cursor.class).map(Cursor::pieces).orElse(0) + 1;
        db.inBrand(
                job.brand().value(),
                tx -> tx.createUpdate("""
                                insert into tally (brand_id, job_id, piece, process)
                                select :brand, :job, :piece, :process
                                  from pg_sleep(:pause)
                                """)
                        .bind("brand", job.brand().value())
                        .bind("job", job.id().value())
                        .bind("piece", piece)
                        .bind("process", ProcessHandle.current().pid())
                        .bind("pause", order.pause())
                        .execute());
        if (piece == order.refusedAt()) {
            throw new RequestRefused(409, "campaign_ended", "The campaign ended.");
        }
        if (breaks.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("broken on purpose");
        }
        var progress = piece == order.pieces()
                ? Progress.last(PIECE, Map.of("pieces", piece))
                : Progress.more(PIECE, new Cursor(piece));
        return piece % 2 == 0
                ? progress.with(List.of(JobError.at(piece, "row_invalid", "There is no such code.")))
                : progress;
    }
}
