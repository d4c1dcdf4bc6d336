// Keeps the bars of long work up to date, and cancels and resumes it without leaving the page.
(() => {
    "use strict";

    const BETWEEN_WORDS_MS = 5000;
    const AGAIN_MS = 2000;

    function say(part, text) {
        part.querySelector("[data-say]").textContent = text;
    }

    function show(part, tick) {
        const bar = part.querySelector("[role=progressbar]");
        bar.setAttribute("aria-valuenow", tick.percent);
        bar.setAttribute("aria-valuetext", `${tick.percent}%: ${tick.told}`);
        bar.querySelector("rect").setAttribute("width", `${tick.percent}%`);
        part.querySelector("[data-told]").textContent = tick.told;
    }

    // What the page says of the work now, drawn by the server: with other buttons, and with what the work made.
    async function renew(part, words) {
        // A page that shows what the work made, once it is there, is made anew as a whole.
        if (part.dataset.whole) {
            location.reload();
            return;
        }
        const answer = await fetch(part.dataset.job, {headers: {Accept: "text/html"}});
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.getElementById(part.id);
        const present = document.getElementById(part.id);
        if (!fresh || !present) {
            location.reload();
            return;
        }
        if (location.pathname === part.dataset.job) {
            document.querySelector("h1").textContent = page.querySelector("h1").textContent;
        }
        const focused = present.contains(document.activeElement);
        present.replaceWith(fresh);
        if (focused) {
            (fresh.querySelector(".job-acts button") ?? fresh.querySelector("a"))?.focus();
        }
        watch(fresh);
        setTimeout(() => say(fresh, words ?? fresh.querySelector("[data-told]").textContent), 100);
    }

    function watch(part) {
        if (part.dataset.ended === "yes") {
            return;
        }
        let said = Date.now();
        const source = new EventSource(`${part.dataset.job}/events`);
        source.onmessage = event => {
            const tick = JSON.parse(event.data);
            if (!part.isConnected) {
                source.close();
                return;
            }
            show(part, tick);
            if (["done", "cancelled", "failed"].includes(tick.state)) {
                source.close();
                renew(part);
            } else if (Date.now() - said > BETWEEN_WORDS_MS) {
                said = Date.now();
                say(part, `${tick.percent}%: ${tick.told}`);
            }
        };
        // The browser comes back by itself after a cut line, but not after an answer that is no stream.
        source.onerror = () => {
            part.querySelector("[data-told]").textContent = "No word from Herald just now. Trying again.";
            if (source.readyState === EventSource.CLOSED && part.isConnected) {
                setTimeout(() => watch(part), AGAIN_MS);
            }
        };
    }

    document.addEventListener("submit", async event => {
        const form = event.target.closest("form[data-job-act]");
        if (!form) {
            return;
        }
        event.preventDefault();
        const button = form.querySelector("button");
        button.disabled = true;
        try {
            await fetch(form.action, {method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual"});
            await renew(form.closest("[data-job]"));
        } catch {
            button.disabled = false;
            say(form.closest("[data-job]"), "Herald cannot be reached just now. Try again.");
        }
    });

    for (const part of document.querySelectorAll("[data-job]")) {
        watch(part);
    }
})();
