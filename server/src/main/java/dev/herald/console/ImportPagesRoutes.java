package dev.herald.console;

import dev.herald.access.Access.SignedIn;
import dev.herald.ambassador.AmbassadorDraft;
import dev.herald.ambassador.AmbassadorImports;
import dev.herald.ambassador.AmbassadorImports.Existing;
import dev.herald.ambassador.AmbassadorImports.Preview;
import dev.herald.ambassador.ImportColumns;
import dev.herald.ambassador.ImportId;
import dev.herald.ambassador.KeptImport;
import dev.herald.ambassador.TypedAmbassador;
import dev.herald.console.ImportPage.Column;
import dev.herald.console.ImportPage.Fault;
import dev.herald.console.ImportPage.Taken;
import dev.herald.console.Shell.Section;
import dev.herald.job.Jobs;
import dev.herald.platform.Answer;
import dev.herald.platform.Csv;
import dev.herald.platform.CsvFile;
import dev.herald.platform.Download;
import dev.herald.platform.RequestRefused;
import dev.herald.platform.Requests;
import dev.herald.web.Form;
import dev.herald.web.Formats;
import dev.herald.web.Option;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages of an import of ambassadors: file, columns and dry run, result. */
public final class ImportPagesRoutes implements HttpService {

    private static final String ADDRESS = "/console/ambassadors/import";
    private static final int FAULTS_SHOWN = 10;
    private static final int ROWS_SHOWN = 5;

    private static final Map<String, String> LABELS = Map.of(
            "name", "Name",
            "email", "E-mail address",
            "handle", "Handle",
            "followers", "Followers",
            "channels", "Channels",
            "tags", "Tags");

    private final Frame frame;
    private final AmbassadorImports imports;
    private final Jobs jobs;

    public ImportPagesRoutes(Frame frame, AmbassadorImports imports, Jobs jobs) {
        this.frame = frame;
        this.imports = imports;
        this.jobs = jobs;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(ADDRESS, frame.page(this::ask))
                .post(ADDRESS, frame.form(this::upload))
                .get(ADDRESS + "/{id}", frame.page(this::check))
                .post(ADDRESS + "/{id}", frame.form(this::commit))
                .get(ADDRESS + "/{id}/done", frame.page(this::done))
                .get(ADDRESS + "/{id}/refused.csv", frame.download(this::refused));
    }

    private Answer ask(SignedIn who, ServerRequest request) {
        return ask(who, request, 200, Form.EMPTY);
    }

    private Answer ask(SignedIn who, ServerRequest request, int status, Form form) {
        var shell = frame.shell(who, request, "Import ambassadors", Section.AMBASSADORS);
        var most = frame.formats(who.brand()).count(AmbassadorImports.MOST_ROWS);
        return frame.show(request, status, "console/import.jte", new ImportPage.Upload(shell, form, most));
    }

    private Answer upload(SignedIn who, ServerRequest request) {
        var sent = Requests.upload(request);
        var pasted = sent.value("pasted");
        var form = Form.EMPTY.with("pasted", pasted);
        var file = sent.file("file");
        if (file.isEmpty() && pasted.isBlank()) {
            return ask(who, request, 422, form.refused("file", "Choose a file, or paste rows below."));
        }
        var bytes = file.isPresent() ? file.get().content() : pasted.getBytes(StandardCharsets.UTF_8);
        try {
            return Answer.redirect(ADDRESS + "/" + imports.keep(who.brand().id(), bytes));
        } catch (RequestRefused refused) {
            var field = file.isPresent() ? "file" : "pasted";
            return ask(who, request, 422, form.refused(field, refused.problem().detail()));
        }
    }

    private Answer check(SignedIn who, ServerRequest request) {
        var kept = kept(who, request);
        if (kept.isCommitted()) {
            return Answer.redirect(ADDRESS + "/" + kept.id() + "/done");
        }
        return check(
                who, request, 200, kept, field -> request.query().first(field).orElse(null));
    }

    private Answer check(
            SignedIn who,
            ServerRequest request,
            int status,
            KeptImport kept,
            Function<String, @Nullable String> chosen) {
        var formats = frame.formats(who.brand());
        var file = kept.file();
        var form = Form.EMPTY.with("existing", Objects.requireNonNullElse(chosen.apply("existing"), "update"));
        Preview preview = null;
        var fault = "";
        try {
            form = chosen(form, file, ImportColumns.guessed(file, named(chosen)));
            preview = imports.preview(who.brand().id(), file, ImportColumns.of(file, named(chosen)), ROWS_SHOWN);
        } catch (RequestRefused refused) {
            fault = refused.problem().detail();
        }
        return frame.show(
                request,
                status,
                "console/import_check.jte",
                new ImportPage.Check(
                        frame.shell(who, request, "Check the import", Section.AMBASSADORS),
                        ADDRESS + "/" + kept.id(),
                        form,
                        TypedAmbassador.FIELDS.stream()
                                .map(field -> new Column(field, String.valueOf(LABELS.get(field))))
                                .toList(),
                        options(file),
                        fault,
                        file.oldEncoding()
                                ? "The file is not in UTF-8 and was read as Windows-1252. If names look wrong below, save it as UTF-8."
                                : "",
                        preview == null ? List.of() : counts(preview, formats),
                        preview == null
                                ? List.of()
                                : preview.taken().stream()
                                        .map(one -> taken(one, formats))
                                        .toList(),
                        preview == null ? List.of() : faults(preview, formats),
                        preview == null ? "" : more(preview, formats),
                        preview != null && preview.created() + preview.existing() > 0,
                        preview == null ? "" : rows(preview.created() + preview.existing(), formats)));
    }

    /** The headings that stand for the fields, guessed or chosen. */
    private static Form chosen(Form form, CsvFile file, ImportColumns columns) {
        var all = form;
        for (var field : TypedAmbassador.FIELDS) {
            var at = columns.of(field);
            all = all.with(field, at < 0 ? "" : file.header().get(at));
        }
        return all;
    }

    private Answer commit(SignedIn who, ServerRequest request) {
        var kept = kept(who, request);
        var form = Form.of(Requests.form(request));
        try {
            var columns = ImportColumns.of(kept.file(), named(form::value));
            var existing = form.value("existing").equals("skip") ? Existing.SKIP : Existing.UPDATE;
            imports.commit(who.brand().id(), kept.id(), columns, existing);
            return Answer.redirect(ADDRESS + "/" + kept.id() + "/done");
        } catch (RequestRefused refused) {
            return check(who, request, 422, kept, form::value);
        }
    }

    private Answer done(SignedIn who, ServerRequest request) {
        var kept = kept(who, request);
        if (!kept.isCommitted()) {
            return Answer.redirect(ADDRESS + "/" + kept.id());
        }
        var formats = frame.formats(who.brand());
        var counts = kept.counts();
        var job = kept.job();
        var lines = job == null
                ? List.<JobLine>of()
                : jobs.find(who.brand().id(), job).stream()
                        .map(new JobLines(formats, frame.now())::line)
                        .toList();
        var page = new ImportPage.Done(
                frame.shell(who, request, "Import", Section.AMBASSADORS),
                ADDRESS + "/" + kept.id(),
                lines,
                kept.endedAt() != null,
                List.of(
                        figure("Added", counts.created(), "new ambassadors", formats),
                        figure("Updated", counts.updated(), "were there already", formats),
                        figure("Left as they were", counts.skipped(), "were there already", formats),
                        figure("Refused", counts.refused(), "rows could not be taken", formats)),
                counts.refused() == 0 ? "" : formats.count(counts.refused()));
        return frame.show(request, 200, "console/import_done.jte", page);
    }

    private Download refused(SignedIn who, ServerRequest request) {
        var kept = kept(who, request);
        var committed = kept.columns();
        var columns = committed == null
                ? ImportColumns.of(
                        kept.file(), named(field -> request.query().first(field).orElse(null)))
                : committed;
        var bytes = imports.refusedRows(kept.file(), columns);
        return new Download("ambassadors-refused.csv", Csv.TYPE, out -> out.write(bytes));
    }

    private KeptImport kept(SignedIn who, ServerRequest request) {
        return imports.get(who.brand().id(), new ImportId(Requests.id(request, "id", ImportId.PREFIX, "import")));
    }

    private static ImportColumns.Named named(Function<String, @Nullable String> chosen) {
        return new ImportColumns.Named(
                chosen.apply("name"),
                chosen.apply("email"),
                chosen.apply("handle"),
                chosen.apply("followers"),
                chosen.apply("channels"),
                chosen.apply("tags"));
    }

    private static List<Option> options(CsvFile file) {
        var options = new ArrayList<Option>();
        options.add(new Option("", "Not in the file"));
        file.header().stream()
                .filter(heading -> !heading.isBlank())
                .distinct()
                .forEach(heading -> options.add(new Option(heading, heading)));
        return options;
    }

    private static List<Figure> counts(Preview preview, Formats formats) {
        return List.of(
                figure("New", preview.created(), "will be added", formats),
                figure("There already", preview.existing(), "same e-mail address or handle", formats),
                figure("Refused", preview.refused().size(), "cannot be taken", formats));
    }

    private static String rows(int count, Formats formats) {
        return formats.count(count) + (count == 1 ? " row" : " rows");
    }

    private static Figure figure(String label, int count, String explained, Formats formats) {
        return new Figure(label, formats.count(count), List.of(), explained);
    }

    private static Taken taken(AmbassadorDraft one, Formats formats) {
        return new Taken(
                one.name(),
                Stream.of(one.email(), one.handle()).filter(Objects::nonNull).collect(Collectors.joining(" \u00b7 ")),
                formats.count(one.audienceSize()),
                String.join(", ", one.channels()),
                String.join(", ", one.tags()));
    }

    private static List<Fault> faults(Preview preview, Formats formats) {
        return preview.refused().stream()
                .limit(FAULTS_SHOWN)
                .map(one -> new Fault(formats.count(one.row().line()), one.detail()))
                .toList();
    }

    private static String more(Preview preview, Formats formats) {
        var hidden = preview.refused().size() - FAULTS_SHOWN;
        return hidden > 0 ? formats.count(hidden) : "";
    }
}
