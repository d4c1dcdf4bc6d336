package dev.herald.console;

import dev.herald.web.Form;
import dev.herald.web.Option;
import java.util.List;

/** The pages of an import of ambassadors, one after another. */
public sealed interface ImportPage {

    /**
     * Where a file is chosen or rows are pasted.
     *
     * @param mostRows how many rows a file may have, written out
     */
    record Upload(Shell shell, Form form, String mostRows) implements ImportPage {}

    /**
     * What would become of the file.
     *
     * @param form the columns as they are chosen, and what else was
     * @param options the headings of the file to choose from
     * @param fault why the file cannot be read like this; "" if it can
     * @param note what has to be said of the file itself; "" if nothing
     * @param taken the first rows as they were understood
     * @param refused the first refused rows
     * @param more how many refused rows are not among those; "" for none
     */
    record Check(
            Shell shell,
            String address,
            Form form,
            List<Column> columns,
            List<Option> options,
            String fault,
            String note,
            List<Figure> counts,
            List<Taken> taken,
            List<Fault> refused,
            String more,
            boolean hasRows,
            String commit)
            implements ImportPage {

        public Check {
            columns = List.copyOf(columns);
            options = List.copyOf(options);
            counts = List.copyOf(counts);
            taken = List.copyOf(taken);
            refused = List.copyOf(refused);
        }
    }

    /**
     * What became of the file.
     *
     * @param jobs the work that carries it out, while that goes on
     * @param refused how many rows were refused; "" for none
     */
    record Done(Shell shell, String address, List<JobLine> jobs, boolean ended, List<Figure> counts, String refused)
            implements ImportPage {

        public Done {
            jobs = List.copyOf(jobs);
            counts = List.copyOf(counts);
        }
    }

    /** A field of an ambassador that a column of the file may fill. */
    record Column(String name, String label) {}

    /** A row as it was understood. */
    record Taken(String name, String contact, String followers, String channels, String tags) {}

    /** A refused row. */
    record Fault(String line, String text) {}
}
