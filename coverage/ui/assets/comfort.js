// For the keyboard and for a phone, what Streamlit leaves undone.
{
  const PHONE = matchMedia("(max-width: 640px)"), page = document.documentElement;
  const GRID = "[data-testid=data-grid-canvas]";
  // Tab leaves a table that is drawn on a canvas, where it would stop at every column; the arrows go from cell to cell.
  addEventListener("keydown", (event) => {
    if (event.key === "Tab" && event.target.matches?.(GRID)) event.stopImmediatePropagation();
  }, true);
  addEventListener("click", ({ target }) => {
    if (target.matches?.(".fold")) { page.classList.toggle("unfolded"); look(); }
  });
  // An entry of the menu leads to its page, and on a phone the menu no longer lies over it.
  addEventListener("click", ({ target }) => {
    if (!PHONE.matches || !target.closest?.("[data-testid=stSidebarNavLink]")) return;
    const close = "[data-testid=stSidebar][data-collapsed=false] [data-testid=stSidebarCollapseButton] button";
    setTimeout(() => document.querySelector(close)?.click(), 300); // after the page has changed
  });
  // What the reader chose on a map or in a list is told below it: on a phone, out of sight.
  const told = () => document.querySelector(".stMain :is(.detail h2, .profile h2)")?.textContent ?? document.querySelector(".stMain h1")?.textContent;
  let before, waiting;
  const look = () => {
    waiting = undefined;
    for (const button of document.querySelectorAll(".fold")) button.setAttribute("aria-expanded", page.classList.contains("unfolded"));
    if (page.lang === "en") document.querySelector("[data-testid=stExpandSidebarButton]")?.setAttribute("aria-label", "Menu");
    for (const inside of document.querySelectorAll(".dvn-scroller:not([tabindex])")) inside.tabIndex = -1;
    for (const table of document.querySelectorAll(".stMain .scroll")) table.classList.toggle("wider", table.scrollWidth > table.clientWidth + 1);
    const now = told(), asked = document.activeElement?.matches("iframe, [data-testid=stSelectbox] *");
    if (PHONE.matches && asked && before !== undefined && now !== before)
      (document.querySelector(".stMain .detail") ?? document.querySelector(".stMain h1"))?.scrollIntoView({ block: "start" });
    before = now;
  };
  const soon = () => { waiting ??= setTimeout(look, 150); };
  new MutationObserver(soon).observe(document.body, { subtree: true, childList: true, characterData: true });
  addEventListener("resize", soon);
}
