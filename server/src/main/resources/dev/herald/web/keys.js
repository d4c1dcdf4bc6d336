// The keyboard's short ways: / searches, g and a letter goes, n makes, ? helps, Ctrl-K opens the palette.
// Single letters can be switched off, for those whose software speaks in them (WCAG 2.1.4).
(() => {
    "use strict";

    const OFF = "herald.keys.off";
    const SECOND_KEY_MS = 1200;

    const palette = document.getElementById("palette");
    const help = document.getElementById("keys-help");
    const box = document.getElementById("palette-box");
    const list = document.getElementById("palette-list");
    const toggle = document.getElementById("keys-on");
    let goUntil = 0;

    function allowed() {
        try {
            return localStorage.getItem(OFF) === null;
        } catch {
            return true;
        }
    }

    function remember(on) {
        try {
            if (on) {
                localStorage.removeItem(OFF);
            } else {
                localStorage.setItem(OFF, "1");
            }
        } catch {
            // Without storage the keys stay as they are by default.
        }
    }

    // Everything that can be gone to from here: the menu, and what the page itself offers.
    function ways() {
        const links = [...document.querySelectorAll(".menu nav a, main .heading a.btn, main [data-way]")];
        return links.map(link => ({ text: link.dataset.way || link.textContent.trim(), address: link.href }));
    }

    function show(typed) {
        const words = typed.trim().toLowerCase().split(/\s+/);
        const found = ways().filter(way => words.every(word => way.text.toLowerCase().includes(word)));
        if (typed.trim() !== "") {
            found.push(
                { text: `Find the code ${typed.trim()}`, address: `/console/codes?text=${encodeURIComponent(typed.trim())}` },
                { text: `Find the ambassador ${typed.trim()}`, address: `/console/ambassadors?q=${encodeURIComponent(typed.trim())}` });
        }
        list.replaceChildren(...found.map((way, place) => {
            const item = document.createElement("li");
            const link = document.createElement("a");
            link.href = way.address;
            link.textContent = way.text;
            link.id = `way-${place}`;
            item.append(link);
            return item;
        }));
        choose(0);
    }

    function choose(place) {
        const links = [...list.querySelectorAll("a")];
        links.forEach((link, at) => link.classList.toggle("chosen", at === place));
        if (links[place]) {
            links[place].scrollIntoView({ block: "nearest" });
        }
    }

    function openPalette() {
        if (!palette.open) {
            box.value = "";
            show("");
            palette.showModal();
            box.focus();
        }
    }

    box.addEventListener("input", () => show(box.value));
    box.addEventListener("keydown", event => {
        const links = [...list.querySelectorAll("a")];
        const at = links.findIndex(link => link.classList.contains("chosen"));
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            const step = event.key === "ArrowDown" ? 1 : -1;
            choose((at + step + links.length) % Math.max(1, links.length));
        } else if (event.key === "Enter" && links[at]) {
            event.preventDefault();
            location.assign(links[at].href);
        }
    });

    function typesText(target) {
        return target.closest("input, textarea, select, [contenteditable]") !== null;
    }

    function go(letter) {
        const link = document.querySelector(`.menu nav a[data-key="${letter}"]`);
        if (link) {
            location.assign(link.href);
        }
    }

    function letter(event) {
        if (performance.now() < goUntil) {
            goUntil = 0;
            go(event.key);
        } else if (event.key === "g") {
            goUntil = performance.now() + SECOND_KEY_MS;
        } else if (event.key === "/") {
            const search = document.querySelector("main [data-search]");
            if (search) {
                event.preventDefault();
                search.focus();
            } else {
                event.preventDefault();
                openPalette();
            }
        } else if (event.key === "n") {
            const maker = document.querySelector("main [data-new]");
            location.assign(maker ? maker.href : "/console/campaigns/new");
        } else if (event.key === "?") {
            help.showModal();
        }
    }

    document.addEventListener("keydown", event => {
        if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
            event.preventDefault();
            openPalette();
            return;
        }
        const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
        if (plain && allowed() && !typesText(event.target) && document.querySelector("dialog[open]") === null) {
            letter(event);
        }
    });

    for (const opener of document.querySelectorAll("[data-opens]")) {
        opener.hidden = false;
        opener.addEventListener("click", () => document.getElementById(opener.dataset.opens).showModal());
    }

    toggle.checked = allowed();
    toggle.addEventListener("change", () => remember(toggle.checked));
})();
