// The menu has one entry a room: on a page that is not the first of its room, that entry is the current one all the same.
// And a link of the row of pages changes the page within the session, as a link of the menu does.
{
  const ENTRY = ":is([data-testid=stTopNavLink], [data-testid=stSidebarNavLink])";
  let asked = false; // a link of the row was followed: the focus goes to where the reader is now
  const mark = () => {
    const room = document.querySelector(".stApp .room"), entry = room && new URL(room.dataset.entry, document.baseURI).pathname;
    for (const link of document.querySelectorAll(ENTRY)) {
      const here = link.pathname === entry, said = link.getAttribute("aria-current");
      if (here && !said) link.setAttribute("aria-current", "true");
      if (!here && said === "true") link.removeAttribute("aria-current");
    }
    const current = asked && document.querySelector(".stApp .sisters [aria-current]");
    if (current?.pathname === location.pathname) {
      asked = false;
      current.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  };
  new MutationObserver(mark).observe(document.body, { subtree: true, childList: true });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".stApp .sisters a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.dataset.plain) return;
    event.preventDefault();
    asked = true;
    history.pushState(null, "", link.href);
    dispatchEvent(new PopStateEvent("popstate"));
  });
}
