// TopoJSON to areas with shared borders, in the world of web maps: x to the east and y to the south, both from 0 to 1.
//
// Every corner is projected here, once; the map then only scales and shifts (shape.js).
(() => {
  "use strict";

  const toWorld = (lng, lat) => [lng / 360 + 0.5, 0.5 - Math.log(Math.tan((90 + lat) * Math.PI / 360)) / (2 * Math.PI)];
  const toLatLng = ([x, y]) => [Math.atan(Math.sinh((1 - 2 * y) * Math.PI)) * 180 / Math.PI, (x - 0.5) * 360];

  /** Undo quantisation and delta coding of one arc, and project it. */
  function decodeArc(arc, { scale: [kx, ky], translate: [dx, dy] }) {
    let x = 0, y = 0;
    return arc.map(([stepX, stepY]) => {
      x += stepX;
      y += stepY;
      return toWorld(x * kx + dx, y * ky + dy);
    });
  }

  /** Size of a ring, and its centroid: where to place a mark. */
  function centroid(ring) {
    const [x0, y0] = ring[0]; // the numbers are small, so count from a corner
    let area = 0, x = 0, y = 0;
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring[(i + 1) % ring.length];
      const cross = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
      area += cross;
      x += (x1 + x2 - 2 * x0) * cross;
      y += (y1 + y2 - 2 * y0) * cross;
    });
    return { area: Math.abs(area), at: [x0 + x / (3 * area), y0 + y / (3 * area)] };
  }

  /** South-west and north-east corner of everything, in degrees. */
  function boundsOf(arcs) {
    let west = 1, east = 0, north = 1, south = 0;
    for (const arc of arcs) {
      for (const [x, y] of arc) {
        west = Math.min(west, x);
        east = Math.max(east, x);
        north = Math.min(north, y);
        south = Math.max(south, y);
      }
    }
    return [toLatLng([west, south]), toLatLng([east, north])];
  }

  /**
   * Areas of the object "municipalities", by name, with its borders and its bounds in degrees.
   * An area: {code, name, lines: [ring, …], anchor in degrees}; a border: {points, sides: [code] or [code, code]}.
   */
  function decode(topology) {
    const arcs = topology.arcs.map((arc) => decodeArc(arc, topology.transform));
    const sides = arcs.map(() => new Set());
    const ring = (indices, code) => {
      const points = [];
      for (const index of indices) {
        const forward = index >= 0 ? index : ~index;
        sides[forward].add(code);
        const arc = index >= 0 ? arcs[forward] : [...arcs[forward]].reverse();
        points.push(...(points.length ? arc.slice(1) : arc));
      }
      return points;
    };
    const areas = topology.objects.municipalities.geometries.map(({ id, type, arcs: parts, properties }) => {
      const polygons = (type === "Polygon" ? [parts] : parts).map((rings) => rings.map((r) => ring(r, id)));
      const largest = polygons.map(([outer]) => centroid(outer)).sort((a, b) => b.area - a.area)[0];
      return { code: id, name: String(properties.name), lines: polygons.flat(), anchor: toLatLng(largest.at) };
    });
    const { compare } = new Intl.Collator("nl");
    areas.sort((a, b) => compare(a.name, b.name));
    return { areas, borders: arcs.map((points, i) => ({ points, sides: [...sides[i]] })), bounds: boundsOf(arcs) };
  }

  window.coverageMap = { ...window.coverageMap, decode };
})();
