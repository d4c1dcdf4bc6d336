package dev.herald.bench;

import java.nio.ByteBuffer;

/** Requests to be sent, one after the other. */
interface Requests {

    /** Writes the next whole request, and returns what it is called when its answer comes. */
    int next(ByteBuffer into);
}
