/** How people become ambassadors and hear of it: applications, invitations by mail, unsubscribing. */
@NullMarked
package dev.herald.invite;

import org.jspecify.annotations.NullMarked;
