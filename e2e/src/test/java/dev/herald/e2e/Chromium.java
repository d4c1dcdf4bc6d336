package dev.herald.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of this machine; nothing is downloaded, and the browser talks to nobody but the product. */
final class Chromium implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(installed())
                    .setArgs(QUIET));

    /** A visitor who has never been here and wants things to stand still. */
    BrowserContext visitor(Window window) {
        return browser.newContext(options(window));
    }

    /** A visitor with the cookies of another one. */
    BrowserContext visitor(Window window, String cookies) {
        return browser.newContext(options(window).setStorageState(cookies));
    }

    /** A visitor whose browser asks for pages in a language such as de-DE. */
    BrowserContext visitorSpeaking(Window window, String language) {
        return browser.newContext(options(window).setLocale(language));
    }

    BrowserContext visitorWithoutScript(Window window, String cookies) {
        return browser.newContext(options(window).setStorageState(cookies).setJavaScriptEnabled(false));
    }

    private static NewContextOptions options(Window window) {
        return new NewContextOptions()
                .setViewportSize(window.width(), window.height())
                .setColorScheme(window.colours())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setPermissions(List.of("clipboard-read", "clipboard-write"));
    }

    private static Path installed() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium on the PATH: apt-get install chromium"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
