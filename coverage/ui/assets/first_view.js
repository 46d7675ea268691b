// The first view, drawn by the server (coverage/ui/first_view.py), stands over the app until that has painted its map.
{
  const PAUSE = 50, LONGEST = 60; // milliseconds, and so many looks at a finished page without a map
  const first = document.getElementById("first-view");
  let finished = 0, chosen;
  first.addEventListener("click", ({ target }) => { // shown at once, and handed over to the app
    const area = target.closest("[data-code]");
    if (!area) return;
    chosen = area.dataset.code;
    first.querySelectorAll("[class^=chosen]").forEach((line) => line.remove());
    for (const name of ["chosen-halo", "chosen"]) {
      const line = area.ownerSVGElement.appendChild(area.cloneNode());
      line.removeAttribute("data-code");
      line.setAttribute("class", name);
    }
  });
  const frames = () => [...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument);
  const painted = () => frames().find((page) => page?.querySelector("[data-ready]"));
  const done = () => document.querySelector("[data-test-script-state=notRunning] [data-testid=stMain] :is(h1, [data-testid=stException])");
  const timer = setInterval(() => {
    finished = done() ? finished + 1 : 0;
    const map = painted();
    if (!map && finished < LONGEST) return;
    clearInterval(timer);
    first.remove();
    document.getElementById("root").inert = false;
    if (chosen) map?.querySelector(`[data-code="${chosen}"]`)?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  }, PAUSE);
}
