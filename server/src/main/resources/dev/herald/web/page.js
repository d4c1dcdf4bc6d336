// Copies what a button offers, and keeps the reader's choice of colours.
(() => {
    "use strict";

    const COPIED_MS = 2000;

    async function copy(text) {
        try {
            await navigator.clipboard.writeText(text);
        } catch {
            // Without a secure origin the clipboard is closed to scripts; a selected text field is not.
            const field = document.createElement("textarea");
            field.value = text;
            field.className = "unseen";
            document.body.append(field);
            field.select();
            document.execCommand("copy");
            field.remove();
        }
    }

    function announce(text) {
        const announcer = document.getElementById("announcer");
        // Emptied first: a screen reader says nothing when the text stays the same.
        announcer.textContent = "";
        setTimeout(() => { announcer.textContent = text; }, 50);
    }

    document.addEventListener("click", async event => {
        const button = event.target.closest("[data-copy]");
        if (!button) {
            return;
        }
        await copy(button.dataset.copy);
        button.focus();
        button.classList.add("copied");
        announce(button.dataset.said);
        setTimeout(() => button.classList.remove("copied"), COPIED_MS);
    });

    function showTheme(theme) {
        document.documentElement.dataset.theme = theme;
        for (const button of document.querySelectorAll("[data-themes] button")) {
            button.setAttribute("aria-pressed", String(button.value === theme));
        }
        document.dispatchEvent(new Event("herald:theme"));
    }

    document.addEventListener("click", event => {
        const button = event.target.closest("[data-themes] button");
        if (button) {
            const age = button.value === "system" ? 0 : 31536000;
            document.cookie = `herald_theme=${button.value}; Path=/; Max-Age=${age}; SameSite=Lax`;
            showTheme(button.value);
        }
    });

    showTheme(document.documentElement.dataset.theme);
    for (const themes of document.querySelectorAll("[data-themes]")) {
        themes.hidden = false;
    }
})();
