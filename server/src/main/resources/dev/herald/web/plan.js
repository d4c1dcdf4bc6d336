// Shows what a form under way comes to, while it is filled in: the page is asked for as it would be, and the parts marked
// data-live are put in place of those here. Without this script a button of the form does the same.
const form = document.querySelector("form[data-plan]");
const PAUSE = 400;
let timer;
let asked;

async function look() {
    asked?.abort();
    asked = new AbortController();
    const fields = new URLSearchParams(new FormData(form));
    fields.set("go", "look");
    try {
        const answer = await fetch(form.action, {method: "POST", body: fields, signal: asked.signal});
        if (!answer.ok) {
            return;
        }
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const part of document.querySelectorAll("[data-live]")) {
            const fresh = page.getElementById(part.id);
            if (fresh && fresh.innerHTML !== part.innerHTML) {
                part.replaceChildren(...fresh.childNodes);
            }
        }
    } catch (fault) {
        if (fault.name !== "AbortError") {
            throw fault;
        }
    }
}

if (form?.querySelector("[data-live]")) {
    form.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(look, PAUSE);
    });
    // What is sent must not be overtaken by an older look.
    form.addEventListener("submit", () => {
        clearTimeout(timer);
        asked?.abort();
    });
    document.documentElement.classList.add("looks");
}
