// Slides under the keyboard: arrows, Page Up and Down, space, Home, End; f for full screen; n for the notes.
(() => {
  "use strict";
  const slides = [...document.querySelectorAll(".slide")];
  const status = document.getElementById("status");
  const count = document.getElementById("count");
  let now = 0;

  function show(index, move = true) {
    now = Math.max(0, Math.min(slides.length - 1, index));
    slides.forEach((slide, i) => slide.classList.toggle("now", i === now));
    const words = document.body.dataset.count.replace("{n}", now + 1).replace("{m}", slides.length);
    count.textContent = words;
    status.textContent = `${words}: ${slides[now].querySelector("h1, h2").textContent}`;
    history.replaceState(null, "", `#${now + 1}`);
    if (move) {
      slides[now].focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.documentElement.requestFullscreen) document.documentElement.requestFullscreen().catch(() => {});
  }

  function notes() {
    const open = document.body.classList.toggle("noted");
    document.querySelectorAll(".notes").forEach((note) => { note.hidden = !open; });
    document.getElementById("notes").setAttribute("aria-pressed", String(open));
  }

  const keys = {
    ArrowRight: () => show(now + 1), ArrowDown: () => show(now + 1), PageDown: () => show(now + 1), " ": () => show(now + 1),
    ArrowLeft: () => show(now - 1), ArrowUp: () => show(now - 1), PageUp: () => show(now - 1),
    Home: () => show(0), End: () => show(slides.length - 1), f: full, F: full, n: notes, N: notes,
    Escape: () => { if (document.fullscreenElement) document.exitFullscreen(); },
  };
  document.addEventListener("keydown", (event) => {
    const onButton = event.key === " " && event.target.closest("button");
    if (event.ctrlKey || event.metaKey || event.altKey || onButton || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
  document.getElementById("back").addEventListener("click", () => show(now - 1, false));
  document.getElementById("next").addEventListener("click", () => show(now + 1, false));
  document.getElementById("full").addEventListener("click", full);
  document.getElementById("notes").addEventListener("click", notes);
  window.addEventListener("hashchange", () => show((parseInt(location.hash.slice(1), 10) || 1) - 1));
  document.body.classList.add("on");
  show((parseInt(location.hash.slice(1), 10) || 1) - 1, window.top === window);
})();
