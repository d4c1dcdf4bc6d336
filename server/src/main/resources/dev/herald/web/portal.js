// The ambassador's page: shares, shows the QR code, turns captions into tabs, counts live, and works without a network.
(() => {
    "use strict";

    const told = document.getElementById("told");

    function tell(text) {
        told.hidden = false;
        told.textContent = text;
    }

    for (const button of document.querySelectorAll("[data-share]")) {
        button.hidden = false;
        button.addEventListener("click", async () => {
            const {share, link, otherwise} = button.dataset;
            try {
                await navigator.share({text: share, url: link});
            } catch (refusal) {
                // Somebody who closed the sheet has decided; everybody else gets what could have been shared.
                if (refusal.name !== "AbortError") {
                    await navigator.clipboard.writeText(`${share} ${link}`).catch(() => {});
                    tell(otherwise);
                }
            }
        });
    }

    for (const opener of document.querySelectorAll("[data-opens]")) {
        const dialog = document.getElementById(opener.dataset.opens);
        opener.addEventListener("click", event => {
            event.preventDefault();
            dialog.showModal();
        });
        dialog.addEventListener("click", event => {
            if (event.target === dialog) {
                dialog.close();
            }
        });
    }

    const tabs = [...document.querySelectorAll("[role=tab]")];

    function choose(tab) {
        for (const one of tabs) {
            const chosen = one === tab;
            one.setAttribute("aria-selected", String(chosen));
            one.tabIndex = chosen ? 0 : -1;
            document.getElementById(one.getAttribute("aria-controls")).hidden = !chosen;
        }
    }

    tabs.forEach((tab, at) => {
        const panel = document.getElementById(tab.getAttribute("aria-controls"));
        panel.setAttribute("role", "tabpanel");
        panel.querySelector("h3").hidden = true;
        tab.parentElement.hidden = false;
        tab.addEventListener("click", () => choose(tab));
        tab.addEventListener("keydown", event => {
            const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
            if (step) {
                const ahead = document.documentElement.dir === "rtl" ? -step : step;
                const next = tabs[(at + ahead + tabs.length) % tabs.length];
                choose(next);
                next.focus();
            }
        });
    });
    if (tabs.length > 0) {
        choose(tabs[0]);
    }

    for (const button of document.querySelectorAll("[data-another]")) {
        button.hidden = false;
        button.addEventListener("click", () => {
            const shown = button.closest(".variant");
            const all = [...shown.parentElement.querySelectorAll(".variant")];
            const next = all[(all.indexOf(shown) + 1) % all.length];
            shown.hidden = true;
            next.hidden = false;
            next.querySelector("[data-another]").focus();
        });
    }

    const links = [...document.querySelectorAll(".bar a")];
    if (links.length > 0) {
        const parts = links.map(link => document.querySelector(link.getAttribute("href")));
        const mark = () => {
            const line = window.innerHeight * 0.4;
            const atEnd = window.scrollY > 0 && window.scrollY + window.innerHeight >= document.body.scrollHeight - 2;
            const passed = parts.filter(part => part.getBoundingClientRect().top <= line).length;
            const current = atEnd ? parts.length - 1 : Math.max(0, passed - 1);
            links.forEach((link, at) => link.setAttribute("aria-current", String(at === current)));
        };
        document.addEventListener("scroll", () => requestAnimationFrame(mark), {passive: true});
    }

    const {live, worker, scope} = document.body.dataset;
    const offline = document.getElementById("offline");
    const count = document.querySelector(".figures div");

    const rewards = document.getElementById("rewards");

    // Only what changed is written: the rate is read aloud when another tier is reached.
    function write(element, text) {
        if (element.textContent !== text) {
            element.textContent = text;
        }
    }

    function earn(earnings) {
        if (!rewards || !earnings) {
            return;
        }
        const shown = rewards.querySelectorAll("dd");
        earnings.amounts.forEach((amount, at) => shown[at] && write(shown[at], amount.value));
        write(rewards.querySelector(".rate"), earnings.rate);
        const goal = rewards.querySelector(".goal");
        goal.hidden = !earnings.goal;
        if (earnings.goal) {
            goal.querySelector(".at").setAttribute("width", earnings.goal.percent);
            write(goal.querySelector(".said"), earnings.goal.said);
            write(goal.querySelector(".hint"), earnings.goal.far);
        }
    }

    let counts = null;

    function listen() {
        counts = new EventSource(live);
        counts.addEventListener("message", event => {
            const {value, label, earnings} = JSON.parse(event.data);
            count.querySelector("dd").textContent = value;
            count.querySelector("dt").textContent = label;
            earn(earnings);
        });
    }

    // A page that nobody looks at needs no counting, and a phone in a pocket no network.
    function lookAway() {
        if (document.hidden) {
            counts.close();
        } else if (counts.readyState === EventSource.CLOSED) {
            listen();
        }
    }

    function notice() {
        offline.hidden = navigator.onLine;
    }

    addEventListener("load", () => {
        if (offline) {
            addEventListener("online", notice);
            addEventListener("offline", notice);
            notice();
        }
        // Behind everything that has to be seen.
        setTimeout(() => {
            if (live) {
                listen();
                document.addEventListener("visibilitychange", lookAway);
            }
            if (worker && "serviceWorker" in navigator) {
                navigator.serviceWorker.register(worker, {scope}).catch(() => {});
            }
        }, 1000);
    });
})();
