/** Brands, people, API keys, one-time links and sessions: who may do what. */
@NullMarked
package dev.herald.access;

import org.jspecify.annotations.NullMarked;
