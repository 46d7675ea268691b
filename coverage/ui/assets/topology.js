// TopoJSON to areas with shared borders. Coordinates come out as Leaflet wants them: [latitude, longitude].
(() => {
  "use strict";

  /** Undo quantisation and delta coding of one arc. */
  function decodeArc(arc, { scale: [kx, ky], translate: [dx, dy] }) {
    let x = 0, y = 0;
    return arc.map(([stepX, stepY]) => {
      x += stepX;
      y += stepY;
      return [y * ky + dy, x * kx + dx];
    });
  }

  /** Twice the signed area of a ring and its centroid, in degrees: good enough to place a mark. */
  function centroid(ring) {
    let area = 0, lat = 0, lng = 0;
    ring.forEach(([y1, x1], i) => {
      const [y2, x2] = ring[(i + 1) % ring.length];
      const cross = x1 * y2 - x2 * y1;
      area += cross;
      lat += (y1 + y2) * cross;
      lng += (x1 + x2) * cross;
    });
    return { area: Math.abs(area), at: [lat / (3 * area), lng / (3 * area)] };
  }

  /**
   * Areas of the object "municipalities", by name, and its borders.
   * An area: {code, name, polygons: [[ring, …], …], anchor}; a border: {points, sides: [code] or [code, code]}.
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
      return { code: id, name: String(properties.name), polygons, anchor: largest.at };
    });
    areas.sort((a, b) => a.name.localeCompare(b.name, "nl"));
    return { areas, borders: arcs.map((points, i) => ({ points, sides: [...sides[i]] })) };
  }

  window.coverageMap = { ...window.coverageMap, decode };
})();
