// Lines and areas as one SVG path each. Leaflet's own polygon keeps objects for every corner and projects them all again
// for every zoom; here the corners come projected (topology.js) and are scaled straight into the text of the path.
(() => {
  "use strict";

  const Shape = L.Path.extend({
    /** `lines`: arrays of [x, y] in the world from 0 to 1; `closed` when they are rings. */
    initialize(lines, closed, options) {
      L.setOptions(this, options);
      this.lines = lines;
      this.closing = closed ? "z" : "";
    },
    /** Whole pixels, as Leaflet has them; corners that fall together are drawn once. */
    _project() {
      const scale = this._map.options.crs.scale(this._map.getZoom()), origin = this._map.getPixelOrigin();
      let text = "";
      for (const line of this.lines) {
        let lastX = NaN, lastY = NaN, command = "M";
        for (const [worldX, worldY] of line) {
          const x = Math.round(worldX * scale) - origin.x, y = Math.round(worldY * scale) - origin.y;
          if (x === lastX && y === lastY) continue;
          text += `${command}${x} ${y}`;
          lastX = x;
          lastY = y;
          command = "L";
        }
        text += this.closing;
      }
      this.text = text;
    },
    _updateBounds() {}, // Leaflet's use for them, redrawing parts of a canvas, does not arise
    _update() {
      if (this._map) this._renderer._setPath(this, this.text);
    },
  });

  const shape = ({ lines }, options) => new Shape(lines, true, { fill: true, ...options });
  const line = (lines, options) => new Shape(lines, false, options);

  window.coverageMap = { ...window.coverageMap, shape, line };
})();
