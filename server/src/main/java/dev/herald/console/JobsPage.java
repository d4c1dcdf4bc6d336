package dev.herald.console;

import java.util.List;

/** Long work, newest first: bars for what has not ended, lines for the rest; {@code next} is empty on the last page. */
public record JobsPage(Shell shell, List<JobLine> open, List<JobLine> ended, String next) {

    public JobsPage {
        open = List.copyOf(open);
        ended = List.copyOf(ended);
    }
}
