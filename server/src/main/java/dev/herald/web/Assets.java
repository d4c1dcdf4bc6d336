package dev.herald.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All style sheets, scripts and pictures of our pages, read from the class path once. */
public final class Assets {

    static final String ROOT = "/assets/";

    private static final String OURS = "dev/herald/web/";
    private static final String TABLER = "META-INF/resources/webjars/tabler__core/1.4.0/dist/css/";
    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/";
    private static final String ECHARTS = "META-INF/resources/_static/echarts/6.0.0/dist/";

    /** Some megabytes that never change: once in a process is enough, however many servers run in it. */
    private static final Assets ALL = all();

    private final Map<String, Asset> byName;
    private final Map<String, Asset> byPath = new HashMap<>();

    private Assets(List<Asset> assets) {
        var names = new HashMap<String, Asset>();
        for (var asset : assets) {
            names.put(asset.path().substring(asset.path().lastIndexOf('/') + 1), asset);
            byPath.put(asset.path(), asset);
        }
        byName = Map.copyOf(names);
    }

    /** Tabler, htmx and ECharts come from the libraries' jars, the rest is ours. */
    public static Assets fromClassPath() {
        return ALL;
    }

    private static Assets all() {
        return new Assets(List.of(
                css("tabler.css", TABLER + "tabler.min.css"),
                css(
                        "console.css",
                        OURS + "tokens.css",
                        OURS + "console.css",
                        OURS + "ranking.css",
                        OURS + "forms.css",
                        OURS + "job.css",
                        OURS + "keys.css",
                        OURS + "share.css",
                        OURS + "wizard.css",
                        OURS + "lineup.css",
                        OURS + "simulation.css",
                        OURS + "desk.css",
                        OURS + "people.css",
                        OURS + "audience.css",
                        OURS + "reward.css",
                        OURS + "credit.css"),
                css(
                        "portal.css",
                        OURS + "tokens.css",
                        OURS + "portal.css",
                        OURS + "apply.css",
                        OURS + "portal-reward.css"),
                script("htmx.js", HTMX + "htmx.min.js"),
                script("echarts.js", ECHARTS + "echarts.common.min.js"),
                script("page.js", OURS + "page.js"),
                script("chart.js", OURS + "chart.js"),
                script("job.js", OURS + "job.js"),
                script("keys.js", OURS + "keys.js"),
                script("live.js", OURS + "live.js"),
                script("plan.js", OURS + "plan.js"),
                script("portal.js", OURS + "portal.js"),
                script("images.js", OURS + "images.js"),
                script("desk.js", OURS + "desk.js"),
                new Asset("herald.svg", "image/svg+xml", read(OURS + "herald.svg"))));
    }

    /** Where a page finds the file of this name, for example {@code /assets/1f0c…/console.css}. */
    public String path(String name) {
        return find(name).path();
    }

    Optional<Asset> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private Asset find(String name) {
        var asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("No asset is called " + name);
        }
        return asset;
    }

    private static Asset css(String name, String... sources) {
        return new Asset(name, "text/css; charset=utf-8", read(sources));
    }

    private static Asset script(String name, String source) {
        return new Asset(name, "text/javascript; charset=utf-8", read(source));
    }

    private static byte[] read(String... sources) {
        var all = new ByteArrayOutputStream();
        for (var source : sources) {
            try (var in = Assets.class.getClassLoader().getResourceAsStream(source)) {
                if (in == null) {
                    throw new IllegalStateException("Not on the class path: " + source);
                }
                in.transferTo(all);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all.toByteArray();
    }
}
