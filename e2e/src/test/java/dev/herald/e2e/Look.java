package dev.herald.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A page in the browser, and what has to be true of every page. */
final class Look {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final String LIGHT = "-light";

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Request> finished = new ArrayList<>();

    Look(Page page) {
        this.page = page;
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!isOurs(request.url())) {
                complaints.add("asks another host: " + request.url());
            }
        });
        // Weighed when asked for: a request that ends while the page closes has no sizes any more.
        page.onRequestFinished(finished::add);
    }

    /** The product listens on loopback; pictures in a page's own text ask nobody. */
    private static boolean isOurs(String address) {
        return address.matches("(http://(127\\.0\\.0\\.1|localhost):.*|data:.*|blob:.*|about:.*)");
    }

    Page page() {
        return page;
    }

    Look open(String address) {
        page.navigate(address);
        // Scripts have run by now; a quiet network would take half a second more to be told.
        page.evaluate("document.fonts.ready.then(() => true)");
        return this;
    }

    /** Everything that came over the wire so far. */
    long bytes() {
        return finished.stream()
                .map(Request::sizes)
                .mapToLong(sizes -> (long) sizes.responseBodySize + sizes.responseHeadersSize)
                .sum();
    }

    /** Of a page in light colours, by its name, a second one in dark ones. */
    Look keepScreenshot(String name) {
        keep(name);
        if (name.endsWith(LIGHT)) {
            inDark(() -> keep(name.replace(LIGHT, "-dark")));
        }
        return this;
    }

    private void keep(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /**
     * Accessible as far as axe can see, in dark colours too, nothing too wide, too small or on top of another, no complaint
     * in the console.
     */
    void isSound() {
        assertThat(violations("tag", RULES)).as("axe at %s", page.url()).isEmpty();
        inDark(() -> assertThat(violations("rule", List.of("color-contrast")))
                .as("axe at %s in dark colours", page.url())
                .isEmpty());
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("pixels wider than the window")
                .isEqualTo(0);
        assertThat(strings(SMALL)).as("targets below 44 pixels").isEmpty();
        assertThat(strings(OVERLAPS)).as("on top of another").isEmpty();
        assertThat(strings(CUT)).as("text that is cut off").isEmpty();
        assertThat(complaints).as("what the browser complains of").isEmpty();
    }

    /** Run in the page itself: axe's own builder opens another page for each run, which takes longer than the run. */
    private List<String> violations(String kind, List<String> rules) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        var options = Map.of("runOnly", Map.of("type", kind, "values", rules), "resultTypes", List.of("violations"));
        return strings(
                "options => axe.run(document, options).then(results => results.violations"
                        + ".map(rule => `${rule.id}: ${rule.nodes.map(node => `${node.html} ${node.failureSummary}`)}`))",
                options);
    }

    /** The colours change where the page stands, as they do when the evening comes. */
    private void inDark(Runnable look) {
        var before = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        look.run();
        if (before.equals(false)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
    }

    private List<String> strings(String script) {
        return strings(script, Map.of());
    }

    private List<String> strings(String script, Map<String, ?> argument) {
        return ((List<?>) page.evaluate(script, argument))
                .stream().map(String::valueOf).toList();
    }

    private static final String VISIBLE = """
            const clipped = element => element !== null
                && (getComputedStyle(element).clipPath !== 'none' || clipped(element.parentElement));
            const visible = element => element.checkVisibility({visibilityProperty: true})
                && !element.matches('.skip') && element.getClientRects().length > 0 && !clipped(element);
            const floats = element => element !== null
                && (getComputedStyle(element).position === 'fixed' || floats(element.parentElement));
            const named = element => element.outerHTML.slice(0, 80);
            """;

    private static final String SMALL = "() => {" + VISIBLE + """
            return [...document.querySelectorAll('a, button, select, summary, input')]
                .filter(visible)
                .map(element => [named(element), (element.closest('label') ?? element).getBoundingClientRect()])
                .filter(([_, box]) => box.width < 43.9 || box.height < 43.9)
                .map(([name, box]) => `${name} ${box.width}x${box.height}`);
            }""";

    private static final String OVERLAPS = "() => {" + VISIBLE + """
            const seen = (element, box) => {
                let {top, right, bottom, left} = box;
                for (let frame = element.parentElement; frame; frame = frame.parentElement) {
                    if (getComputedStyle(frame).overflowY !== 'visible' && frame !== document.body) {
                        const edge = frame.getBoundingClientRect();
                        [top, left] = [Math.max(top, edge.top), Math.max(left, edge.left)];
                        [right, bottom] = [Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
                    }
                }
                return {top, right, bottom, left, width: right - left, height: bottom - top};
            };
            const hasText = element => [...element.childNodes]
                .some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '');
            const boxes = [...document.body.querySelectorAll(':not(svg *)')]
                .filter(element => visible(element) && (hasText(element) || element.matches('button, select')))
                .map(element => {
                    const range = document.createRange();
                    range.selectNodeContents(element);
                    const whole = element.matches('button, select') ? element : range;
                    return {element, box: seen(element, whole.getBoundingClientRect())};
                })
                .filter(({box}) => box.width > 1 && box.height > 1)
                .sort((one, other) => one.box.top - other.box.top);
            const found = [];
            for (let i = 0; i < boxes.length; i++) {
                for (let j = i + 1; j < boxes.length && boxes[j].box.top < boxes[i].box.bottom; j++) {
                    const [one, other] = [boxes[i], boxes[j]];
                    if (one.element.contains(other.element) || other.element.contains(one.element)) {
                        continue;
                    }
                    // A bar that stays while the page moves below it is meant to; within the bar nothing may overlap.
                    if (floats(one.element) !== floats(other.element)) {
                        continue;
                    }
                    const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
                    const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
                    if (width > 2 && height > 4) {
                        found.push(`${named(one.element)} and ${named(other.element)}`);
                    }
                }
            }
            return found;
            }""";

    private static final String CUT = "() => {" + VISIBLE + """
            return [...document.body.querySelectorAll(':not(svg *)')]
                .filter(element => visible(element) && getComputedStyle(element).overflowX === 'hidden'
                    && element.scrollWidth > element.clientWidth + 1)
                .map(named);
            }""";
}
