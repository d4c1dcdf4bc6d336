// Sends images as they are, one after the other, and says what became of them.
const form = document.querySelector("form[data-images]");
const send = form?.querySelector("[data-send]");
const fault = form?.querySelector("[data-fault]");
const told = form?.querySelector("[data-told]");

async function add(file) {
    const query = new URLSearchParams({name: file.name});
    if (form.dataset.replaces) {
        query.set("replaces", form.dataset.replaces);
    }
    const answer = await fetch("/console/images?" + query, {method: "POST", body: file});
    if (answer.ok) {
        return "";
    }
    const type = answer.headers.get("Content-Type") ?? "";
    const why = type.includes("json") ? (await answer.json()).detail : "The server did not take it. Load the page again.";
    return `${file.name}: ${why}`;
}

if (form) {
    send.hidden = false;
    form.addEventListener("submit", async event => {
        event.preventDefault();
        const files = [...form.querySelector("input[type=file]").files];
        const refused = [];
        send.disabled = true;
        for (const [place, file] of files.entries()) {
            told.textContent = `Sending ${place + 1} of ${files.length}`;
            const why = file.size > 5_000_000
                ? `${file.name}: The image is larger than 5 MB. Save it smaller, for example as JPEG.`
                : await add(file).catch(() => `${file.name}: The connection broke. Try it again.`);
            if (why) {
                refused.push(why);
            }
        }
        send.disabled = false;
        told.textContent = "";
        fault.textContent = refused.join(" ");
        if (refused.length === 0) {
            location.assign("/console/images");
        }
    });
}
