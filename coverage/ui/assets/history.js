// Streamlit changes the address in steps: the bare address of a page, and each value that we put in it. Each step would
// be a stop for the back button, most of them with another view than the reader saw. Here everything that follows from
// one deed of the reader makes one stop, and what follows from opening an address or going back makes none, however long
// the server takes.
{
  const push = history.pushState.bind(history);
  let deed = false; // the reader did something since the last stop
  // Assistive technology clicks without a pointer; what happens in the frame of a map is told by the map (map.js).
  for (const name of ["pointerdown", "keydown", "click", "coverage-deed"]) addEventListener(name, () => { deed = true; }, true);
  addEventListener("popstate", () => { deed = false; }, true);
  history.pushState = (state, unused, url) => {
    if (deed) push(state, unused, url);
    else history.replaceState(state, unused, url);
    deed = false;
  };
}
