/** What every feature stands on: database, HTTP, JSON, ids, the embedded PostgreSQL. Knows nothing of promo codes. */
@NullMarked
package dev.herald.platform;

import org.jspecify.annotations.NullMarked;
