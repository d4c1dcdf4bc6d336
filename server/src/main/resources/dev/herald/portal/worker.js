// Keeps an ambassador's page as it was seen last: without a network it still shows the code.
"use strict";

const page = new URL(self.registration.scope);
const kept = `herald ${page.pathname}`;

self.addEventListener("install", event => event.waitUntil(self.skipWaiting()));

self.addEventListener("activate", event => event.waitUntil(
    self.clients.claim()
        .then(() => self.clients.matchAll())
        .then(clients => Promise.all(clients.map(client => seen(client.url))))));

/** The page that installed this worker was loaded without it. */
async function seen(address) {
    const response = await fetch(address);
    if (response.ok) {
        const html = await response.clone().text();
        const cache = await caches.open(kept);
        await cache.put(page.pathname, response);
        const parts = [...html.matchAll(/(?:href|src)="(\/(?:assets|look)\/[^"]+)"/g)].map(match => match[1]);
        await cache.addAll(parts);
    }
}

async function fresh(request) {
    const cache = await caches.open(kept);
    try {
        const response = await fetch(request);
        if (response.status === 404) {
            // The link was revoked: nothing of it stays here.
            await caches.delete(kept);
        } else if (response.ok) {
            await cache.put(page.pathname, response.clone());
        }
        return response;
    } catch (offline) {
        const last = await cache.match(page.pathname);
        if (last) {
            return last;
        }
        throw offline;
    }
}

/** Files whose address names their content. */
async function unchanging(request) {
    const cache = await caches.open(kept);
    const last = await cache.match(request);
    if (last) {
        return last;
    }
    const response = await fetch(request);
    if (response.ok) {
        await cache.put(request, response.clone());
    }
    return response;
}

self.addEventListener("fetch", event => {
    const {request} = event;
    const address = new URL(request.url);
    if (request.method !== "GET" || address.origin !== page.origin) {
        return;
    }
    if (request.mode === "navigate" && address.pathname === page.pathname) {
        event.respondWith(fresh(request));
    } else if (address.pathname.startsWith("/assets/") || address.pathname.startsWith("/look/")) {
        event.respondWith(unchanging(request));
    }
});
