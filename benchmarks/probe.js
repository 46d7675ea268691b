// Runs in the page before anything else, and notes after each frame that follows a change what is on the screen.
// It looks into frames from outside: their first document is empty and replaced without the script running again.
(() => {
  if (window !== window.top) return;
  window.bench = { paints: [], acted: 0 };
  addEventListener("click", () => { bench.acted = Date.now(); }, true);
  addEventListener("keydown", (event) => { if (event.key === "Enter") bench.acted = Date.now(); }, true);

  const state = { opened: false, stands: false, drawn: 0, areas: 0, ready: false, slides: 0, heading: false, settled: false, foot: false };
  const look = (doc) => {
    if (doc === document) {
      const app = doc.querySelector("[data-testid=stApp]");
      const main = doc.querySelector("[data-testid=stMain]");
      state.heading = !!main && main.querySelector("h1") !== null;
      state.drawn = Math.max(state.drawn, doc.querySelectorAll("#first-view path[data-code]").length);
      const drawn = doc.querySelector("#first-view");  // its text is as long as it gets once its foot is there
      state.opened ||= !!drawn && drawn.querySelector("h1") !== null && drawn.querySelector(".foot") !== null
        && drawn.querySelector(".lead").textContent.trim().length > 40;
      state.stands = doc.readyState !== "loading" && !doc.querySelector("#root") && doc.querySelector("main h1") !== null;
      state.foot = !!main && main.querySelector(".foot") !== null;
      state.settled = state.heading && app.dataset.testScriptState === "notRunning"
        && main.querySelector("[data-testid=stSkeleton]") === null;
    } else {
      const areas = doc.querySelectorAll("path.leaflet-interactive, path[data-code]").length;
      if (areas) state.areas = areas;
      if (doc.querySelector("[data-ready]")) state.ready = true;
      state.slides = Math.max(state.slides, doc.querySelectorAll("section.slide").length);
    }
  };

  // A change that a reader sees. What a table keeps inside its canvas for screen readers follows later and is not.
  const drawn = "path, section";
  const inFrame = (m) => m.target.tagName === "path" || m.attributeName === "data-ready"
    || [...m.addedNodes].some((n) => n.nodeType === 1 && (n.matches(drawn) || n.querySelector(drawn)));
  const inPage = (m) => {
    if (m.type === "attributes") return false;
    const element = m.target.nodeType === 1 ? m.target : m.target.parentElement;
    return !!element && !!element.closest("[data-testid=stMain]") && !element.closest("canvas");
  };

  const watched = new WeakSet(), waiting = new Map();
  const note = (doc, changed) => {
    if (waiting.has(doc)) { if (changed) waiting.set(doc, true); return; }
    waiting.set(doc, changed);
    requestAnimationFrame(() => setTimeout(() => {
      const seen = waiting.get(doc);
      waiting.delete(doc);
      look(doc);
      bench.paints.push({ at: Date.now(), changed: seen, framed: doc !== document, ...state });
    }));
  };
  const watch = (view) => {
    const doc = view.document;
    if (!watched.has(doc)) {
      watched.add(doc);
      const top = doc === document;
      new MutationObserver((mutations) => {
        const changed = mutations.some(top ? inPage : inFrame);
        if (changed || doc.readyState === "loading" || (top && mutations.some((m) => m.attributeName === "data-test-script-state"))) note(doc, changed);
      }).observe(doc, {
        subtree: true, childList: true, characterData: top, attributes: true,
        ...(top ? { attributeFilter: ["data-test-script-state"] } : {}),
      });
      note(doc, false);
      doc.addEventListener("DOMContentLoaded", () => note(doc, false));
    }
    for (let i = 0; i < view.frames.length; i++) watch(view.frames[i]);
  };
  setInterval(() => watch(window), 10);
})();
