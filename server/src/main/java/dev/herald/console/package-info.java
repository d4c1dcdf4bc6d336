/** The staff's pages. A route reads the request, asks a facade, makes the page's model and renders it. */
@NullMarked
package dev.herald.console;

import org.jspecify.annotations.NullMarked;
