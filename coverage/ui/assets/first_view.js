// The first view, drawn by the server (coverage/ui/web/first_view.py), stands over the app until that has painted its map.
{
  const PAUSE = 50, LONGEST = 60; // milliseconds, and so many looks at a finished page without a map
  const first = document.getElementById("first-view"), app = document.getElementById("root");
  if (first) {
    app.inert = true; // nothing can be reached that cannot be seen
    let finished = 0;
    const painted = () => [...document.querySelectorAll("iframe")].some((f) => f.contentDocument?.querySelector("[data-ready]"));
    const done = () => document.querySelector("[data-test-script-state=notRunning] [data-testid=stMain] :is(h1, [data-testid=stException])");
    const timer = setInterval(() => {
      finished = done() ? finished + 1 : 0;
      if (!painted() && finished < LONGEST) return;
      clearInterval(timer);
      first.remove();
      app.inert = false;
    }, PAUSE);
  }
}
