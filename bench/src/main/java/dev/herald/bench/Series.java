package dev.herald.bench;

import java.sql.Connection;

/** Where something is measured, and where it is told. */
record Series(BenchDatabase database, Connection owner, Meter meter, Report report) {}
