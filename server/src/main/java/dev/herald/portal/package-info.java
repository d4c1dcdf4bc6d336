/** What ambassadors and buyers see: the ambassador's page, the public page of an offer, and where short links lead. */
@NullMarked
package dev.herald.portal;

import org.jspecify.annotations.NullMarked;
