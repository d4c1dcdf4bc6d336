/** What ambassadors earn: plans, the double-entry ledger, and the job that carries out what redemptions cause. */
@NullMarked
package dev.herald.reward;

import org.jspecify.annotations.NullMarked;
