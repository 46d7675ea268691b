// The map of municipalities: draws areas once per division, restyles them for every payload.
//
// A payload (coverage/ui/map/view.py) names its geometry by address and holds one character per
// municipality, in the order of the codes; an alphabet turns characters into numbers.
(() => {
  "use strict";
  const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const FIT = { animate: false, padding: [6, 6] };
  const geometries = new Map();
  const { decode, shape, fills, border, marks, selected, focused, groupBorders, svg, EMPTY } = window.coverageMap;
  const { Tip, destination, typeahead } = window.coverageMap;

  /** Geometry by address; fetched once, also when asked for twice at a time. A failure is forgotten. */
  function geometry(url) {
    if (!geometries.has(url)) {
      const loading = fetch(url).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} ${url}`);
        return answer.json();
      }).then(decode);
      geometries.set(url, loading);
      loading.catch(() => geometries.delete(url));
    }
    return geometries.get(url);
  }

  const element = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });

  class CoverageMap {
    constructor(map, texts) {
      Object.assign(this, { map, texts, layers: new Map(), moved: false });
      this.paths = L.featureGroup().addTo(map);
      this.extras = L.layerGroup().addTo(map);
      this.paths.on("click", ({ layer }) => this.select(layer.area));
      this.paths.on("mouseover", ({ layer, containerPoint }) => this.tip.show(layer.area.words, containerPoint));
      this.paths.on("mousemove", ({ containerPoint }) => this.tip.move(containerPoint));
      this.paths.on("mouseout", () => this.tip.hide());
      this.container = map.getContainer();
      this.highlights = { selected: L.layerGroup().addTo(map), focused: L.layerGroup().addTo(map) };
      this.message = element("div", "message", texts.loading);
      this.message.setAttribute("role", "status");
      this.description = Object.assign(element("p", "unseen"), { id: "map-description" });
      this.news = element("p", "unseen");
      this.news.setAttribute("aria-live", "polite");
      this.patterns = svg("svg", { class: "unseen", "aria-hidden": true, focusable: false });
      this.container.append(this.message, this.description, this.news, this.patterns);
      this.container.setAttribute("role", "region");
      this.container.setAttribute("aria-describedby", this.description.id);
      this.tip = new Tip(this.container);
      this.typed = typeahead();
      this.toPoint = ({ anchor }) => map.latLngToContainerPoint(anchor);
      map.on("resize", () => this.moved || this.fit());
      map.on("zoomstart dragstart", () => { this.moved ||= !this.fitting; });
      this.container.addEventListener("keydown", (event) => this.onKey(event));
      this.container.addEventListener("focusin", (event) => this.onFocus(event));
      this.container.addEventListener("focusout", () => this.onBlur());
      // Of who points at an area the keyboard is elsewhere: in the page, or nowhere.
      const dismiss = ({ key }) => { if (key === "Escape") this.tip.hide(); };
      for (const part of [document, window.parent.document]) part.addEventListener("keydown", dismiss);
      window.addEventListener("pagehide", () => window.parent.document.removeEventListener("keydown", dismiss));
    }

    /** Show a payload; the last one asked for wins, whatever order the geometry arrives in. */
    async show(payload) {
      this.payload = payload;
      this.describe(payload);
      try {
        const shapes = await geometry(payload.geometry);
        if (payload === this.payload) this.paint(shapes);
      } catch (problem) {
        console.error(problem);
        if (payload === this.payload) this.fail();
      }
    }

    describe({ title, description }) {
      if (window.frameElement) window.frameElement.title = title;
      if (this.description.textContent && this.description.textContent !== description) this.news.textContent = description;
      this.description.textContent = description;
      this.container.setAttribute("aria-label", title);
    }

    fail() {
      const retry = element("button", "", this.texts.retry);
      retry.onclick = () => this.show(this.payload);
      this.message.replaceChildren(element("p", "", this.texts.failed), retry);
      this.message.hidden = false;
    }

    /** One shape per area, not on the map yet. Only when the division changes. */
    prepare(shapes) {
      this.paths.clearLayers();
      this.shapes = shapes;
      this.layers = new Map(shapes.areas.map((area) => [area.code, Object.assign(shape(area, { className: "area" }), { area })]));
      if (!this.moved) this.fit(); // before there is anything to draw again
    }

    /** Draw the prepared shapes, in the style that they have got by now. */
    appear(hadFocus) {
      for (const [code, layer] of this.layers) {
        this.paths.addLayer(layer);
        const path = layer.getElement();
        path.dataset.code = code;
        path.setAttribute("role", "button");
        path.setAttribute("tabindex", -1);
      }
      this.stop(hadFocus ?? this.current);
      if (hadFocus) this.path(this.current).focus();
    }

    paint(shapes) {
      const { payload } = this, isNew = shapes !== this.shapes, hadFocus = document.activeElement?.dataset?.code;
      if (isNew) this.prepare(shapes);
      const at = new Map([...this.layers.keys()].sort().map((code, i) => [code, i]));
      const pick = (text, code) => ALPHABET.indexOf(text[at.get(code)]);
      const classFills = fills(this.patterns, payload.classes), fillOpacity = payload.background ? 0.75 : 1;
      for (const [code, layer] of this.layers) {
        const index = pick(payload.values, code);
        layer.setStyle({ ...border(payload.classes[index]), fillColor: classFills[index] ?? EMPTY, fillOpacity });
      }
      if (isNew) this.appear(hadFocus);
      this.extras.clearLayers();
      if (payload.groups) groupBorders(shapes.borders, (code) => pick(payload.groups, code)).addTo(this.extras);
      const noted = new Map(Object.entries(payload.notes).flatMap(([note, places]) => places.map((place) => [place, note])));
      for (const area of shapes.areas) {
        const letters = payload.marks[pick(payload.marked, area.code)] ?? "";
        const notes = [...letters].map((letter) => payload.markLabels[letter]);
        area.words = [area.name, payload.classes[pick(payload.values, area.code)]?.label, ...notes, noted.get(at.get(area.code))].filter(Boolean);
        const [name, ...rest] = area.words;
        this.path(area.code).setAttribute("aria-label", rest.length ? `${name}: ${rest.join(", ")}` : name);
        marks(area, letters).forEach((mark) => mark.addTo(this.extras));
      }
      this.showBackground(payload.background);
      this.highlight("selected", payload.selected);
      if (payload.selected && !this.container.contains(document.activeElement)) this.stop(payload.selected);
      this.describe(payload);
      this.message.hidden = true;
      this.container.dataset.ready = payload.id;
      performance.mark("coverage-map-painted", { detail: payload.id });
    }

    showBackground(tiles) {
      if (tiles?.url === this.tiles?._url) return;
      this.tiles?.remove();
      this.tiles = tiles && L.tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: 12 }).addTo(this.map);
    }

    area(code) {
      return this.shapes?.areas.find((area) => area.code === code);
    }

    path(code) {
      return this.layers.get(code).getElement();
    }

    /** Make an area the one tab stop of the map. */
    stop(code) {
      if (this.layers.has(this.current)) this.path(this.current).setAttribute("tabindex", -1);
      this.current = this.layers.has(code) ? code : this.shapes.areas[0].code;
      this.path(this.current).setAttribute("tabindex", 0);
    }

    highlight(kind, code) {
      const group = this.highlights[kind].clearLayers();
      const area = this.area(code);
      if (area) ({ selected, focused })[kind](area).forEach((layer) => layer.addTo(group));
      if (kind !== "selected") return;
      this.container.querySelector("[aria-current]")?.removeAttribute("aria-current");
      if (area) this.path(code).setAttribute("aria-current", "true");
    }

    /** Tell Python which area was chosen; the time makes two clicks on one area two choices. */
    select(area) {
      this.stop(area.code);
      this.highlight("selected", area.code);
      const value = { last_object_clicked_tooltip: `${area.code}#${Date.now()}` };
      Object.assign(window.__GLOBAL_DATA__, value, { previous_data: value }); // else the next move sends the old one
      window.parent.dispatchEvent(new Event("coverage-deed")); // a stop for the back button (history.js)
      window.Streamlit.setComponentValue(value);
    }

    onKey(event) {
      const area = this.area(event.target.dataset?.code);
      if (!area) return;
      if (event.key === "Escape") return this.tip.hide();
      const goal = destination(event, this.shapes.areas, area, this.toPoint, this.typed);
      if (event.key === "Enter" || event.key === " ") this.select(area);
      else if (goal) {
        this.stop(goal.code);
        this.path(goal.code).focus();
      } else if (!event.key.startsWith("Arrow")) return;
      event.preventDefault();
    }

    onFocus({ target }) {
      const area = this.area(target.dataset?.code);
      if (!area || !target.matches(":focus-visible")) return;
      this.map.panInside(area.anchor, { padding: [40, 40], animate: false });
      this.highlight("focused", area.code);
      this.tip.show(area.words, this.toPoint(area));
    }

    onBlur() {
      this.highlight("focused", null);
      this.tip.hide();
    }

    fit() {
      const { x, y } = this.map.getSize();
      if (!this.shapes || !x || !y) return;
      this.fitting = true;
      const bounds = L.latLngBounds(this.shapes.bounds);
      this.map.setMinZoom(0).setMaxBounds(null).fitBounds(bounds, FIT); // limits only after: they would animate
      this.home = this.map.getZoom();
      this.map.setMinZoom(this.home - 0.5).setMaxBounds(bounds.pad(0.4));
      this.fitting = this.moved = false;
    }
  }

  window.coverageMap = { ...window.coverageMap, CoverageMap };
})();
