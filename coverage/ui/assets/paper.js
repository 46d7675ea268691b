// The map on paper. A PDF holds a pattern once for every shape that it fills, up to 70 kB each time when the page is
// scaled to the paper. So each class with a pattern is printed as one shape, under the borders of its municipalities.
(() => {
  "use strict";
  const { svg } = window.coverageMap;
  const PATTERNED = "path.area[fill^='url(']";
  let printed = []; // of each class: its shape, its fill and its areas

  /** Areas by the fill that they share. */
  function classes() {
    const found = new Map();
    for (const area of document.querySelectorAll(PATTERNED)) {
      const fill = area.getAttribute("fill");
      found.set(fill, [...(found.get(fill) ?? []), area]);
    }
    return found;
  }

  window.addEventListener("beforeprint", () => {
    printed = [...classes()].map(([fill, areas]) => {
      const d = areas.map((area) => area.getAttribute("d")).join("");
      const whole = svg("path", { d, fill, "fill-rule": "evenodd", "fill-opacity": areas[0].getAttribute("fill-opacity") });
      areas[0].parentNode.prepend(whole);
      areas.forEach((area) => area.setAttribute("fill", "none"));
      return { whole, fill, areas };
    });
  });

  window.addEventListener("afterprint", () => {
    for (const { whole, fill, areas } of printed) {
      whole.remove();
      areas.forEach((area) => area.setAttribute("fill", fill));
    }
    printed = [];
  });
})();
