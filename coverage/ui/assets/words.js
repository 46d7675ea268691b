// What Streamlit has no setting for: its own English words, and numbers in the way of the browser. The page decides.
// WORDS and PATTERNS come from coverage/ui/web/page_words.py.
{
  const page = document.documentElement, dutch = page.lang === "nl", locale = dutch ? "nl-NL" : "en-GB";
  Object.defineProperties(navigator, { languages: { get: () => [locale] }, language: { get: () => locale } });
  page.classList.toggle("no-cookies", !navigator.cookieEnabled);
  page.classList.toggle("embedded", /[?&]embed=true/.test(location.search));
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
  }
}
