/** What the staff's pages and the ambassadors' pages share: assets, icons, formats, the way a page is answered. */
@NullMarked
package dev.herald.web;

import org.jspecify.annotations.NullMarked;
