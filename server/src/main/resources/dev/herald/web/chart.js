// Draws two lines by day from the table that stands below them; a cell without a number is where a line ends.
(() => {
    "use strict";

    const charts = new Map();
    const still = matchMedia("(prefers-reduced-motion: reduce)");

    function number(cell) {
        const text = cell.textContent.trim();
        return text === "" ? null : Number(text);
    }

    function read(table) {
        const rows = [...table.tBodies[0].rows];
        const names = [...table.tHead.rows[0].cells].map(cell => cell.textContent.trim());
        return {
            days: rows.map(row => row.cells[0].textContent.trim()),
            first: { name: names[1], data: rows.map(row => number(row.cells[1])) },
            second: { name: names[2], data: rows.map(row => number(row.cells[2])) },
        };
    }

    // The style sheet alone knows the colours: an element that wears one is asked for it.
    function colour(name) {
        const probe = document.createElement("i");
        probe.className = "unseen";
        probe.style.color = `var(--${name})`;
        document.body.append(probe);
        const resolved = getComputedStyle(probe).color;
        probe.remove();
        return resolved;
    }

    function faint(rgb, opacity) {
        return rgb.replace("rgb(", "rgba(").replace(")", `, ${opacity})`);
    }

    function tip(points) {
        const box = document.createElement("div");
        box.className = "tip";
        const title = document.createElement("b");
        title.textContent = points[0].axisValue;
        box.append(title);
        for (const point of points) {
            const line = document.createElement("div");
            if (point.value != null) {
                line.textContent = `${point.seriesName}: ${point.value.toLocaleString()}`;
                box.append(line);
            }
        }
        return box;
    }

    function line({ name, data }, hue, filled) {
        return {
            name,
            data,
            type: "line",
            smooth: .35,
            smoothMonotone: "x",
            showSymbol: data.length === 1,
            symbolSize: 7,
            lineStyle: { width: 2.25, color: hue },
            itemStyle: { color: hue },
            areaStyle: filled ? {
                color: new echarts.graphic.LinearGradient(0, 0, 0, 1, [
                    { offset: 0, color: faint(hue, .22) },
                    { offset: 1, color: faint(hue, .02) },
                ]),
            } : undefined,
        };
    }

    function option({ days, first, second }) {
        const quiet = colour("ink-quiet");
        const font = getComputedStyle(document.body).fontFamily;
        return {
            animation: !still.matches,
            animationDuration: 400,
            textStyle: { fontFamily: font },
            grid: { left: 4, right: 12, top: 12, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
            tooltip: {
                trigger: "axis",
                formatter: tip,
                backgroundColor: "transparent",
                borderWidth: 0,
                padding: 0,
                extraCssText: "box-shadow: none",
                confine: true,
                axisPointer: { lineStyle: { color: colour("line-strong") } },
            },
            xAxis: {
                type: "category",
                boundaryGap: false,
                data: days,
                axisTick: { show: false },
                axisLine: { lineStyle: { color: colour("line-strong") } },
                axisLabel: { color: quiet, hideOverlap: true, alignMinLabel: "left" },
            },
            yAxis: {
                type: "value",
                minInterval: 1,
                axisLabel: { color: quiet },
                splitLine: { lineStyle: { color: colour("line") } },
            },
            series: [
                line(first, colour("rose-line"), true),
                line(second, colour("blue-line"), false),
            ],
        };
    }

    function draw() {
        for (const [plot, chart] of charts) {
            if (!plot.isConnected) {
                chart.dispose();
                charts.delete(plot);
            }
        }
        for (const plot of document.querySelectorAll("[data-plot]")) {
            if (!charts.has(plot)) {
                charts.set(plot, echarts.init(plot, null, { renderer: "svg" }));
            }
            charts.get(plot).setOption(option(read(document.getElementById(plot.dataset.plot))), true);
        }
    }

    draw();
    document.addEventListener("htmx:afterSettle", draw);
    document.addEventListener("herald:theme", draw);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    addEventListener("resize", () => charts.forEach(chart => chart.resize()));
})();
