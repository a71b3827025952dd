// What is selected with the mouse or by keyboard inside a sentence, counted as Python counts. A shadow root has a selection of its own.

/** The range selected inside a shadow root, or null. Browsers differ in where they keep it. */
function selectedRange(root) {
  const selection = root.getSelection?.() ?? getSelection();
  if (!root.getSelection && selection.getComposedRanges) return selection.getComposedRanges({ shadowRoots: [root] })[0] ?? null;
  return selection.rangeCount ? selection.getRangeAt(0) : null;
}

/** Whether any text of the view is selected. */
function anySelected(view) {
  const range = selectedRange(view.root.getRootNode());
  return Boolean(range) && !range.collapsed && view.stage.contains(range.startContainer);
}

/** How many code points of a sentence stand before a point in it; the signs of differing details (sup) are no part of it. */
function offsetIn(shown, node, offset) {
  const before = document.createRange();
  before.setStart(shown, 0);
  before.setEnd(node, offset);
  const copy = before.cloneContents();
  for (const sign of copy.querySelectorAll("sup")) sign.remove();
  return Array.from(copy.textContent).length;
}

/** The selected part of a sentence as [start, end]; null when it is nothing, reaches beyond, or is the whole sentence. */
function selectedSpan(view, place) {
  const shown = view.spots.get(place).node.children[1];
  const range = selectedRange(view.root.getRootNode());
  if (!range || !shown.contains(range.startContainer) || !shown.contains(range.endContainer)) return null;
  const start = offsetIn(shown, range.startContainer, range.startOffset);
  const end = offsetIn(shown, range.endContainer, range.endOffset);
  return start < end && end - start < Array.from(view.spots.get(place).sentence.text).length ? [start, end] : null;
}
