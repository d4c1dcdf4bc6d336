package dev.herald.platform;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file to be saved, written while it is sent, because it may be larger than the memory.
 *
 * @param name of A to Z, a to z, digits, points and hyphens
 */
public record Download(String name, String contentType, Content content) {

    private static final Logger LOG = LoggerFactory.getLogger(Download.class);

    /** Writes the file from beginning to end. */
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    public Download {
        if (!name.matches("[A-Za-z0-9.-]+")) {
            throw new IllegalArgumentException("Not a file name that every system knows: " + name);
        }
    }

    /** The header that makes browsers save an answer under a name. */
    public static String disposition(String name) {
        return "attachment; filename=\"" + name + "\"";
    }

    /** Not ended where it fails: without the end that closing writes, the client sees that the file is not whole. */
    void send(ServerRequest request, ServerResponse response) {
        response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, contentType));
        response.header(HeaderValues.create(HeaderNames.CONTENT_DISPOSITION, disposition(name)));
        try {
            var out = response.outputStream();
            content.writeTo(out);
            out.close();
        } catch (CloseConnectionException gone) {
            throw gone;
        } catch (IOException | UncheckedIOException gone) {
            throw new CloseConnectionException("The client went away", gone);
        } catch (RuntimeException fault) {
            LOG.error("Download of {} broke off", request.prologue().uriPath().path(), fault);
            throw new CloseConnectionException("Broken off", fault);
        }
    }
}
