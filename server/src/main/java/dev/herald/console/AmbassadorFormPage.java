package dev.herald.console;

import dev.herald.web.Form;

/**
 * A form about one ambassador.
 *
 * @param action where it goes
 * @param back where to go without saving
 * @param fresh whether the ambassador is new
 */
public record AmbassadorFormPage(Shell shell, Form form, String action, String back, boolean fresh) {}
