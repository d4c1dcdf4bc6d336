// Small things of the console's pages: forms sent once, previews while typing, drawers, printing.
const TYPING_MS = 350;

document.addEventListener("submit", event => {
    const form = event.target.closest("form[data-once]");
    if (!form) {
        return;
    }
    if (form.dataset.sent) {
        event.preventDefault();
        return;
    }
    form.dataset.sent = "yes";
});

// A page that comes back from the browser's memory may be sent again.
addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
        delete form.dataset.sent;
    }
});

async function part(address, id) {
    const answer = await fetch(address, {headers: {Accept: "text/html"}});
    return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(id);
}

for (const form of document.querySelectorAll("form[data-live]")) {
    let waiting = 0;
    let newest = 0;
    form.addEventListener("input", () => {
        clearTimeout(waiting);
        waiting = setTimeout(async () => {
            const mine = ++newest;
            const typed = new URLSearchParams(new FormData(form));
            typed.delete("token");
            const preview = await part(`${form.dataset.live}?${typed}`, "preview");
            if (preview && mine === newest) {
                document.getElementById("preview").replaceWith(preview);
            }
        }, TYPING_MS);
    });
}

// A row opens beside the list; without script, with a key held or in another tab it is a page.
const drawer = document.getElementById("drawer");
document.addEventListener("click", async event => {
    const link = event.target.closest("a[data-drawer]");
    if (!link || !drawer || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
        return;
    }
    event.preventDefault();
    const content = await part(link.href, "entry").catch(() => null);
    if (!content) {
        location.href = link.href;
        return;
    }
    drawer.querySelector("[data-content]").replaceChildren(content);
    drawer.querySelector("[data-page]").href = link.href;
    drawer.showModal();
});

drawer?.addEventListener("click", event => {
    if (event.target === drawer || event.target.closest("[data-close]")) {
        drawer.close();
    }
});

for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
}
