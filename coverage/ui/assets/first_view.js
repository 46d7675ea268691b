// The first view, drawn by the server (coverage/ui/first_view.py), stands over the app until that has painted its page.
{
  const PAUSE = 50, LONGEST = 60; // milliseconds, and so many looks at a finished page without its map
  const PATIENCE = 8000; // milliseconds until a reader is told that the app does not come
  const first = document.getElementById("first-view"), hasMap = first.querySelector("figure > svg");
  let finished = 0, chosen, alone = false;
  first.addEventListener("click", ({ target }) => { // shown at once, and handed over to the app
    const area = target.closest("[data-code]");
    if (!area) return;
    chosen = area.dataset.code;
    if (alone && chosen.startsWith("GM")) {
      const address = new URLSearchParams(location.search);
      address.set("gemeente", chosen);
      location.assign(`./mijn-gemeente?${address}`);
    }
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
    if (!map && finished < (hasMap ? LONGEST : 2)) return;
    clearInterval(timer);
    clearTimeout(waiting);
    first.remove();
    document.getElementById("root").inert = false;
    if (chosen) map?.querySelector(`[data-code="${chosen}"]`)?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  }, PAUSE);
  const waiting = setTimeout(() => {
    alone = true;
    first.classList.add("alone");
    const line = first.querySelector(".no-session");
    line.textContent = line.dataset.text; // into a live region, so that a screen reader says it
  }, PATIENCE);
}
