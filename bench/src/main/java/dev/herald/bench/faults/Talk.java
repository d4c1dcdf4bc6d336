package dev.herald.bench.faults;

import java.io.IOException;
import java.io.InputStream;

/** What a proxy understands of one connection. Each direction is read by one thread. */
interface Talk {

    /** The next piece from the client; empty at the end. */
    byte[] readRequest(InputStream in) throws IOException;

    /** The next piece from the server; empty at the end. */
    byte[] readAnswer(InputStream in) throws IOException;

    /** False if the connection ends here. */
    boolean passesRequest(byte[] piece);

    /** False if the connection ends here. */
    boolean passesAnswer(byte[] piece);
}
