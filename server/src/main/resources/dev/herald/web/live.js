// Keeps the numbers of an open page new: what is told to have changed is read again, and the parts that show it replaced.
(() => {
    "use strict";

    const PARTS = ["figures", "ranking"];
    const SHORTEST_REST_MS = 2000;

    let due = false;
    let resting = false;

    async function renew() {
        if (resting || document.hidden) {
            due = true;
            return;
        }
        due = false;
        resting = true;
        setTimeout(() => {
            resting = false;
            if (due) {
                renew();
            }
        }, SHORTEST_REST_MS);
        const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
        if (answer === null || !answer.ok) {
            return;
        }
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const name of PARTS) {
            const now = document.getElementById(name);
            const then = fresh.getElementById(name);
            // Whoever has the keyboard in a part keeps it.
            if (now && then && !now.contains(document.activeElement) && now.innerHTML !== then.innerHTML) {
                now.replaceWith(document.adoptNode(then));
            }
        }
    }

    new EventSource("/console/live").addEventListener("message", renew);
    document.addEventListener("visibilitychange", () => {
        if (due) {
            renew();
        }
    });
})();
