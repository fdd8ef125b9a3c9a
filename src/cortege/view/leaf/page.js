// Lights up words and claims that belong together while one of them is pointed at or focused.
// Nothing depends on it: the links and the highlight of what they lead to need no script.
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
})();
