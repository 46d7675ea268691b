// Fills, patterns and marks: the same vocabulary as the legend beside the map.
(() => {
  "use strict";
  const { shape, line } = window.coverageMap;
  const INK = "#1b1f24", PAPER = "#ffffff", EMPTY = "#eef0f2";
  const PATTERNS = { // what is drawn, and in which colour: at least 3:1 on the fill; lines lie on whole pixels
    hatch: ["M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4", "#6b7580"],
    falling: ["M-2,6 l4,4 M0,0 l8,8 M6,-2 l4,4", "#2f6f9f"],
    lines: ["M0,3.5 h8", "#7e4166"],
    dots: ["M2,2 h0.01 M6,6 h0.01", "#8a6d12"],
  };

  const svg = (tag, attributes, ...children) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  function pattern(index, { fill, pattern: kind }) {
    const [d, stroke] = PATTERNS[kind];
    return svg("pattern", { id: `fill-${index}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
      svg("rect", { width: 8, height: 8, fill }),
      svg("path", {
        d, stroke, fill: "none",
        "stroke-width": kind === "dots" ? 1.6 : 1,
        "stroke-linecap": kind === "dots" ? "round" : "butt",
      }));
  }

  /** Thin borders that show on the fill: white on dark colours, grey on pale ones. */
  const border = ({ ink } = {}) => ({ weight: 0.6, color: ink === PAPER ? PAPER : "#8b949d" });

  /** Half dark, half light: the mark for "partly". */
  const half = () => svg("pattern", { id: "fill-half", width: 1, height: 1, patternContentUnits: "objectBoundingBox" },
    svg("rect", { width: 1, height: 1, fill: PAPER }), svg("rect", { width: 0.5, height: 1, fill: INK }));

  /** Make the patterns that these classes need; returns the fill of each class. */
  function fills(holder, classes) {
    holder.replaceChildren(svg("defs", {}, half(),
      ...classes.flatMap((style, i) => (style.pattern ? [pattern(i, style)] : []))));
    return classes.map((style, i) => (style.pattern ? `url(#fill-${i})` : style.fill));
  }

  const still = (options) => ({ interactive: false, pane: "lines", ...options });

  /** What is drawn over an area for each mark: u(ncertain) black and white dashes, d(ated) ring, p(artly) half disc. */
  const MARKS = {
    u: (area) => outline(area, { color: PAPER, weight: 1.6, dashArray: "4 4", lineCap: "butt" }, { color: INK, weight: 3 }),
    d: (area) => [disc(area, { radius: 2.6, fillColor: PAPER })],
    p: (area) => [disc(area, { radius: 3.6, fillColor: "url(#fill-half)" })],
  };
  const disc = (area, options) => L.circleMarker(area.anchor, still({ color: INK, weight: 1.1, fillOpacity: 1, ...options }));
  const marks = (area, letters) => [...letters].flatMap((letter) => MARKS[letter](area));

  /** A line in one colour upon a wider one in another, so that it shows on every fill. */
  const outline = (area, line, halo) => [halo, line].map((options) =>
    shape(area, still({ fill: false, ...options })));
  const selected = (area) => outline(area, { color: INK, weight: 2.4 }, { color: PAPER, weight: 5 });
  const focused = (area) => outline(area, { color: "#ffd400", weight: 2.5 }, { color: INK, weight: 6.5 });

  /** The borders between areas of different groups; the outside of a group counts as a border too. */
  function groupBorders(borders, groupOf) {
    const lines = borders.filter(({ sides }) => groupOf(sides[0]) !== (sides[1] ? groupOf(sides[1]) : undefined));
    return line(lines.map(({ points }) => points), still({ color: INK, weight: 1.4, lineJoin: "round" }));
  }

  window.coverageMap = { ...window.coverageMap, EMPTY, svg, fills, border, marks, selected, focused, groupBorders };
})();
