// One step of somebody who presses anything: takes the control of the page that a number
// picks, does to it what a reader can do, and returns what was done.
const [number] = arguments;
// What leaves the explorer or asks the machine for something; and the page for those who
// develop, where a figure is always on its way.
const leaves = "[data-listen], [href$='tillganglighet/'], [href$='accessibility/'], [data-save], [data-copy], [data-print], [data-reload], [download], [target], [href*=galleri], [rel~=external], [rel~=nofollow]";
const inPage = (link) => link.origin === location.origin && !/\.[a-z]+$/.test(link.pathname);
const can = (it) =>
  !it.disabled
  && it.ariaDisabled !== "true"
  && it.checkVisibility({ visibilityProperty: true })
  && !it.matches(leaves)
  && !it.closest("[data-gallery]")
  && (it.tagName !== "A" || inPage(it));
const all = [...document.querySelectorAll("#app :is(a[href], button, select, summary, input, [role=option], [data-walk])")].filter(can);
if (all.length === 0) {
  return "";
}
const it = all[number % all.length];
const chance = Math.floor(number / all.length);
const tell = (...events) => events.forEach((name) => it.dispatchEvent(new Event(name, { bubbles: true })));
const called = `${it.tagName.toLowerCase()}${it.id && `#${it.id}`}${it.name ? `[name=${it.name}]` : ""} ${it.value ?? ""} «${it.textContent.trim().slice(0, 40)}»`;
it.scrollIntoView({ block: "center" });
if (it.tagName === "SELECT") {
  it.selectedIndex = chance % it.options.length;
  tell("input", "change");
} else if (it.type === "range") {
  const [min, max] = [Number(it.min || 0), Number(it.max || 100)];
  it.value = String(min + (chance % (max - min + 1)));
  tell("input", "change");
} else if (it.type === "text" || it.type === "search") {
  if (!it.readOnly) {
    it.focus();
    it.value = ["mora", "<b>", "", "Å", "  "][chance % 5];
    tell("input");
    // What is only sought is no choice: the address does not know it.
    it.value = "";
    tell("input", "change");
    it.blur();
  }
} else if (it.matches("[role=option], [data-walk]")) {
  const key = ["ArrowRight", "ArrowLeft", "Home", "End", "Enter", "Escape"][chance % 6];
  it.focus();
  it.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  return `${key} on ${called}`;
} else {
  it.click();
}
return called;
