(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const articles = [...document.querySelectorAll("article.case")];
  const items = [...document.querySelectorAll(".item")];
  const form = document.querySelector(".filters");
  const output = document.getElementById("matches");
  const wide = matchMedia("(min-width: 60rem)");

  const show = (focus) => {
    const wanted = decodeURIComponent(location.hash.slice(1));
    const { first } = document.getElementById("cases").dataset;
    const id = articles.some((article) => article.id === wanted) ? wanted : wide.matches ? first : undefined;
    root.classList.toggle("reading", id !== undefined);
    for (const article of articles) article.classList.toggle("shown", article.id === id);
    for (const item of items) {
      const link = item.querySelector("a");
      if (link.hash === `#${id}`) {
        link.setAttribute("aria-current", "true");
        const list = item.parentElement;
        const above = item.offsetTop - list.offsetTop - list.scrollTop;
        if (above < 0 || above + item.offsetHeight > list.clientHeight) list.scrollTop += above - list.clientHeight / 3;
      } else link.removeAttribute("aria-current");
    }
    if (!focus || id === undefined || id !== wanted) return;
    const article = document.getElementById(id);
    article.focus({ preventScroll: true });
    article.scrollIntoView({ block: "start" });
  };

  const filter = () => {
    const chosen = [...new FormData(form)].filter(([, value]) => value !== "");
    for (const item of items) item.hidden = !chosen.every(([name, value]) => item.dataset[name] === value);
    for (const change of document.querySelectorAll(".change")) change.hidden = chosen.length > 0;
    const matches = items.filter((item) => !item.hidden).length;
    output.textContent = `${matches} ${matches === 1 ? "case" : "cases"}`;
  };

  form.addEventListener("change", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => show(true));
  wide.addEventListener("change", () => show(false));
  filter();
  show(false);
})();
