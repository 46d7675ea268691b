// The menu has one entry a room: on a page that is not the first of its room, that entry is the current one all the same.
// And a link of the row of pages changes the page within the session, as a link of the menu does.
{
  const ENTRY = ":is([data-testid=stTopNavLink], [data-testid=stSidebarNavLink])";
  let asked; // a link was followed: the focus goes to where the reader is now, the page or the part of that name
  const mark = () => {
    const room = document.querySelector(".stApp .room"), entry = room && new URL(room.dataset.entry, document.baseURI).pathname;
    for (const link of document.querySelectorAll(ENTRY)) {
      const here = link.pathname === entry, said = link.getAttribute("aria-current");
      if (here && !said) link.setAttribute("aria-current", "true");
      if (!here && said === "true") link.removeAttribute("aria-current");
    }
    const current = asked === "" && document.querySelector(".stApp .sisters [aria-current]");
    const part = asked && [...document.querySelectorAll("[role=radio][aria-checked=true]")].find((one) => one.textContent === asked);
    if (part || (current && current.pathname === location.pathname)) {
      asked = undefined;
      (part || current).focus({ preventScroll: true });
    }
  };
  new MutationObserver(mark).observe(document.body, { subtree: true, childList: true });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".stApp :is(.sisters, .quiet) a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.dataset.plain) return;
    event.preventDefault();
    asked = link.closest(".sisters") ? "" : link.textContent;
    if (link.href !== location.href) history.pushState(null, "", link.href); // a link to here is no step, as in any browser
    dispatchEvent(new PopStateEvent("popstate"));
  });
}
