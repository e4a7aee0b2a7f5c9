// A page that was made when the site was built gives way to the explorer, once all
// that it shows is there: in the same place, with what the reader has unfolded, the
// focus, and the line that is at the top of the window.
(() => {
  "use strict";

  const page = document.getElementById("page");
  const explorer = document.getElementById("app");

  const isFold = (element) => element.tagName === "DETAILS";
  const words = (element) => (isFold(element) ? element.firstElementChild : element)?.textContent.trim();

  // Those of a kind that say the same: the first here is the first there.
  const alike = (within, element) =>
    [...within.querySelectorAll(element.tagName)].filter((other) => words(other) === words(element));
  const twin = (element) => alike(explorer, element)[alike(page, element).indexOf(element)];

  const atTop = () => {
    const heads = [...page.querySelectorAll("h1, h2")];
    return heads.filter((head) => head.getBoundingClientRect().top < innerHeight / 2).at(-1);
  };

  const takeOver = () => {
    const isSeen = document.documentElement.dataset.asked === undefined;
    const focus = page.contains(document.activeElement) ? twin(document.activeElement) : undefined;
    const unfolded = isSeen ? [...page.querySelectorAll("details[open]")].map(twin) : [];
    const head = isSeen && scrollY > 0 ? atTop() : undefined;
    const [before, same] = head ? [head.getBoundingClientRect().top, twin(head)] : [];
    page.remove();
    document.getElementById("late")?.remove();
    document.documentElement.dataset.taken = "";
    unfolded.forEach((fold) => fold?.setAttribute("open", ""));
    if (same) {
      scrollBy(0, same.getBoundingClientRect().top - before);
    }
    focus?.focus({ preventScroll: true });
  };

  // The explorer says so once all of it is drawn; before anything is painted, it is seen.
  const watch = new MutationObserver(() => {
    watch.disconnect();
    takeOver();
  });
  watch.observe(document.documentElement, { attributeFilter: ["data-app"] });
})();
