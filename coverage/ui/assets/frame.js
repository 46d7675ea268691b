// The frame around the map: what streamlit-folium calls, once to create and then for every change.
(() => {
  "use strict";
  const { CoverageMap, politeWheel, politeTouch, moveTogether } = window.coverageMap;

  /** Zoom buttons, and one that shows the whole country again. */
  const Zoom = L.Control.Zoom.extend({
    onAdd(map) {
      const box = L.Control.Zoom.prototype.onAdd.call(this, map);
      this._createButton("⌂", this.options.homeTitle, "leaflet-control-zoom-home", box, () => map.coverage.fit());
      return box;
    },
  });

  /** As tall as Python asks, unless the frame is so narrow that the country would float in white. */
  function adaptHeight(container, wanted) {
    const { Streamlit } = window, set = Streamlit.setFrameHeight.bind(Streamlit);
    Streamlit.setFrameHeight = () => {
      const height = Math.min(wanted, Math.max(320, Math.round(window.innerWidth * 1.25)));
      container.style.height = `${height}px`;
      container.style.setProperty("--width", `${window.innerWidth}px`); // paper is another width (map.css)
      set(height);
    };
    window.addEventListener("resize", () => Streamlit.setFrameHeight());
    Streamlit.setFrameHeight();
  }

  /** The Leaflet map in the frame. `texts`: interface words; `sync`: name shared by maps that move together. */
  function create(id, { texts, language, attribution, height, sync }) {
    document.documentElement.lang = language;
    const animate = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    adaptHeight(document.getElementById(id), height);
    const map = L.map(id, {
      center: [52.2, 5.3], zoom: 7, zoomSnap: 0, zoomDelta: 0.75, maxZoom: 12, maxBoundsViscosity: 0.8,
      keyboard: false, zoomControl: false, attributionControl: false, doubleClickZoom: false,
      zoomAnimation: animate, fadeAnimation: animate, inertia: animate, renderer: L.svg({ padding: 0.6 }),
    });
    const lines = map.createPane("lines");
    lines.setAttribute("aria-hidden", "true");
    new Zoom({ zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut, homeTitle: texts.home }).addTo(map);
    L.control.attribution({ prefix: false }).addAttribution(attribution).addTo(map);
    map.coverage = new CoverageMap(map, texts);
    politeWheel(map);
    politeTouch(map, () => map.coverage.home ?? map.getZoom());
    if (sync) moveTogether(map, sync, () => { map.coverage.moved = true; });
    return map;
  }

  /** A layer without shapes of its own: adding it to the map shows its payload. */
  const Paint = L.Layer.extend({
    initialize(payload) { this.payload = payload; },
    onAdd(map) { map.coverage.show(this.payload); },
    onRemove() {},
  });

  window.coverageMap = { ...window.coverageMap, create, paint: (payload) => new Paint(payload) };
})();
