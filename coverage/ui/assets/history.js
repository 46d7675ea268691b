// Streamlit changes the address in steps: the bare address of a page, and each value that we put in it. Each step would
// be a stop for the back button, most of them with another view than the reader saw. Here everything that follows from
// one deed of the reader makes one stop, and what follows from opening an address or going back makes none.
{
  const AT_MOST = 3000; // milliseconds between two steps; also for deeds that we cannot see: in the frame of a map
  const push = history.pushState.bind(history);
  let latest = performance.now();
  for (const deed of ["pointerdown", "keydown"]) addEventListener(deed, () => { latest = -Infinity; }, true);
  addEventListener("popstate", () => { latest = performance.now(); }, true);
  history.pushState = (state, unused, url) => {
    if (performance.now() - latest < AT_MOST) history.replaceState(state, unused, url);
    else push(state, unused, url);
    latest = performance.now();
  };
}
