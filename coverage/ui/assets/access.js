// Reading the map: a tip at pointer and focus, the keyboard, and a scroll wheel that leaves the page alone.
(() => {
  "use strict";
  const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

  /** A tip that follows pointer or focus. Text only: this is where values from the data reach the page. */
  class Tip {
    constructor(container) {
      this.container = container;
      this.box = document.createElement("div");
      this.box.className = "tip";
      this.box.hidden = true;
      this.box.setAttribute("aria-hidden", "true"); // the path has the same words as its name
      container.append(this.box);
    }

    show([title, ...lines], { x, y }) {
      this.box.replaceChildren(...[title, ...lines].filter(Boolean).map((text, i) => {
        const line = document.createElement(i ? "span" : "strong");
        line.textContent = text;
        return line;
      }));
      this.box.hidden = false;
      this.move({ x, y });
    }

    move({ x, y }) {
      const { offsetWidth: w, offsetHeight: h } = this.box;
      const left = Math.min(Math.max(x + 14, 4), this.container.clientWidth - w - 4);
      const top = y + 18 + h > this.container.clientHeight ? y - h - 12 : y + 18;
      this.box.style.transform = `translate(${Math.max(left, 4)}px, ${Math.max(top, 4)}px)`;
    }

    hide() {
      this.box.hidden = true;
    }
  }

  /** The nearest area from `from` in a direction; a detour sideways counts double. Undefined at the edge. */
  function neighbour(areas, from, [dx, dy], toPoint) {
    const origin = toPoint(from);
    let best, shortest = Infinity;
    for (const area of areas) {
      const point = toPoint(area);
      const ahead = (point.x - origin.x) * dx + (point.y - origin.y) * dy;
      const aside = Math.abs((point.x - origin.x) * dy) + Math.abs((point.y - origin.y) * dx);
      if (area === from || ahead <= 0 || aside > 2 * ahead) continue;
      const distance = Math.hypot(ahead, 2 * aside);
      if (distance < shortest) [best, shortest] = [area, distance];
    }
    return best;
  }

  /** The area that a key leads to: arrows to a neighbour, Home and End by name, letters to a name. */
  function destination(event, areas, from, toPoint, typed) {
    if (event.key in ARROWS) return neighbour(areas, from, ARROWS[event.key], toPoint);
    if (event.key === "Home") return areas[0];
    if (event.key === "End") return areas.at(-1);
    if (event.key.length > 1 || event.key === " " || event.ctrlKey || event.metaKey || event.altKey) return undefined;
    const prefix = typed(event.key.toLowerCase());
    return areas.find(({ name }) => name.toLowerCase().startsWith(prefix));
  }

  /** Remembers letters typed in quick succession. */
  function typeahead(pause = 900) {
    let text = "", last = 0;
    return (letter) => {
      const now = performance.now();
      text = now - last > pause ? letter : text + letter;
      last = now;
      return text;
    };
  }

  /** The wheel zooms after a click on the map or with Ctrl; otherwise the page scrolls. */
  function politeWheel(map) {
    const container = map.getContainer();
    let clicked = false;
    container.addEventListener("pointerdown", () => { clicked = true; });
    container.addEventListener("pointerleave", () => { clicked = false; });
    container.addEventListener("wheel", (event) => {
      map.scrollWheelZoom[clicked || event.ctrlKey ? "enable" : "disable"]();
    }, { capture: true });
  }

  /** On a touch screen one finger scrolls the page until the reader has zoomed in. */
  function politeTouch(map, home) {
    if (!matchMedia("(pointer: coarse)").matches) return;
    const update = () => map.dragging[map.getZoom() > home() + 0.1 ? "enable" : "disable"]();
    map.on("zoomend", update);
    update();
  }

  /** Maps of the same name on one page move together. */
  function moveTogether(map, name, onMove) {
    window.parent.coverageSync ??= String(Math.random()); // other tabs of the same reader stay out of it
    const channel = new BroadcastChannel(`coverage-map ${name} ${window.parent.coverageSync}`);
    let following = false;
    map.on("move", () => {
      if (!following) channel.postMessage({ center: map.getCenter(), zoom: map.getZoom() });
    });
    channel.onmessage = ({ data: { center, zoom } }) => {
      following = true;
      onMove();
      map.setView(center, zoom, { animate: false });
      following = false;
    };
  }

  window.coverageMap = { ...window.coverageMap, Tip, destination, typeahead, politeWheel, politeTouch, moveTogether };
})();
