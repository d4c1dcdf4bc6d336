/** The ambassador's page. */
@NullMarked
package dev.herald.portal;

import org.jspecify.annotations.NullMarked;
