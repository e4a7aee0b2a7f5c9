// What a browser's translation does to a page, by `how`: as Chromium, whose texts go into
// elements of its own while the former ones leave the document; or as Firefox, which takes
// comments out of what it translates and gathers the words of an element in its first text.
const how = arguments[0];
const mark = (words) => `«${words.trim()}»`; // stands for the translated words
const leaves = "script, style, svg, select, textarea, [translate=no], .notranslate";
const walk = (what) => {
  const found = [];
  const nodes = document.createTreeWalker(document.body, what);
  while (nodes.nextNode()) {
    if (!nodes.currentNode.parentElement.closest(leaves)) {
      found.push(nodes.currentNode);
    }
  }
  return found;
};
const texts = walk(NodeFilter.SHOW_TEXT).filter((node) => node.data.trim());
if (how === "chromium") {
  for (const node of texts) {
    const outer = document.createElement("font");
    const inner = outer.appendChild(document.createElement("font"));
    inner.textContent = mark(node.data);
    node.replaceWith(outer);
  }
} else {
  for (const parent of new Set(texts.map((node) => node.parentElement))) {
    for (const node of [...parent.childNodes]) {
      const former = node.previousSibling;
      if (node.nodeType === Node.COMMENT_NODE) {
        node.remove();
      } else if (node.nodeType === Node.TEXT_NODE && former?.nodeType === Node.TEXT_NODE) {
        former.data += node.data;
        node.remove();
      }
    }
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.data.trim()) {
        node.data = mark(node.data);
      }
    }
  }
}
return texts.length;
