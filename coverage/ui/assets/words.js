// What Streamlit has no setting for: its own English words, and numbers in the way of the browser. The page decides.
// WORDS and PATTERNS come from coverage/ui/web/page_words.py.
{
  const page = document.documentElement, dutch = page.lang === "nl", locale = dutch ? "nl-NL" : "en-GB";
  Object.defineProperties(navigator, { languages: { get: () => [locale] }, language: { get: () => locale } });
  document.cookie = "proef=1; SameSite=Strict"; // Chromium says cookieEnabled where a setting refuses them: try, and take it back
  page.classList.toggle("no-cookies", !document.cookie.includes("proef=1"));
  document.cookie = "proef=; SameSite=Strict; Max-Age=0";
  const embedded = /[?&]embed=true/.test(location.search);
  page.classList.toggle("embedded", embedded);
  if (embedded) { // a link inside the app, or a form, stays without menu; a new tab has one
    document.addEventListener("click", ({ target }) => {
      const link = target.closest?.("a[href]:not([target=_blank]):not([download])"), there = link && new URL(link.href, document.baseURI);
      if (!link || there.origin !== location.origin || !there.protocol.startsWith("http") || there.searchParams.has("embed")) return;
      if (there.pathname === location.pathname && there.search === location.search && there.hash) return;
      there.searchParams.set("embed", "true");
      link.href = there.href;
    }, true);
    document.addEventListener("submit", ({ target }) => {
      if (target.method !== "get" || target.elements.embed) return;
      const field = Object.assign(document.createElement("input"), { type: "hidden", name: "embed", value: "true" });
      target.append(field);
    }, true);
  }
  const NAMES = ["aria-label", "title", "placeholder", "aria-roledescription"], OURS = "[data-testid=stHtml], [data-testid=stMarkdown], #first-view";
  const patterns = PATTERNS.map(([from, to]) => [new RegExp(from), to]);
  const inDutch = (text) => {
    const word = text.trim();
    if (Object.hasOwn(WORDS, word)) return text.replace(word, () => WORDS[word]);
    const [first, ...rest] = word.split(": "); // a button of a table: its word, then the name of the table
    if (rest.length && Object.hasOwn(WORDS, first)) return text.replace(word, () => [WORDS[first], ...rest].join(": "));
    const [from, to] = patterns.find(([one]) => one.test(word)) ?? [];
    return from ? text.replace(word, word.replace(from, to)) : text;
  };
  const mendText = (node) => {
    const text = inDutch(node.data);
    if (text !== node.data && !node.parentElement?.closest(OURS)) node.data = text;
  };
  const mendNames = (element) => {
    for (const name of NAMES) {
      const given = element.getAttribute(name), text = given && inDutch(given);
      if (text && text !== given && !element.closest(OURS)) element.setAttribute(name, text);
    }
  };
  const mend = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return mendText(node);
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(OURS)) return;
    mendNames(node);
    node.childNodes.forEach(mend);
  };
  if (dutch) {
    new MutationObserver((changes) => changes.forEach(({ type, target, addedNodes }) => {
      if (type === "childList") addedNodes.forEach(mend);
      else if (type === "attributes") mendNames(target);
      else mendText(target);
    })).observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: NAMES });
    mend(document.body); // what Streamlit wrote before this script ran
  }
}
