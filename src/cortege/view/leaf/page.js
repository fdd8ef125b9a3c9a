// Lights up words and claims that belong together while one of them is pointed at or focused, and
// keeps a claim where it is when its words are followed in the text beside it. Nothing depends on
// it: the links, and the highlight of what they lead to, need no script.
(() => {
  const light = (event) => {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    const from = event.target.closest?.("[data-m]");
    const reading = from?.closest(".reading");
    if (!reading || event.type === "mouseout") return;
    for (const mark of from.dataset.m.split(" "))
      for (const to of reading.querySelectorAll(`[data-m~="${mark}"]`)) to.classList.add("lit");
  };
  for (const kind of ["mouseover", "mouseout", "focusin"]) document.addEventListener(kind, light);
  document.addEventListener("click", (event) => {
    const cite = event.target.closest?.(".cite");
    const beside = cite?.closest(".reading").querySelector(".report");
    if (!beside || getComputedStyle(beside).position !== "sticky") return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const top = scrollY;
    location.hash = cite.hash;
    scrollTo(scrollX, top);
  });
})();
