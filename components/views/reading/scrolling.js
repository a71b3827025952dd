// Scrolling: columns that move together, and the room that the page gives the view.

/** @import { ColumnElements } from "./types.js" */

/** px kept free above and below what is brought into view. */
export const EDGE = 10;

/**
 * Return how to scroll: smoothly, unless the reader asked their system for less motion.
 * @returns {ScrollBehavior}
 */
export const scrollBehavior = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

/** How far each column was scrolled last, by key, and which of them the reader scrolls. */
export class ColumnScrolling {
  /** @type {Map<string, number>} */
  #tops = new Map();

  /** @type {string | null} */
  #driver = null;

  /**
   * Note which column the reader scrolls; null while the view itself scrolls.
   * @param {string | null} key
   */
  setDriver(key) {
    this.#driver = key;
  }

  /**
   * Take note that a column was scrolled, and move the others along when they scroll together and the reader scrolls this one.
   * @param {ColumnElements} column
   * @param {readonly ColumnElements[]} columns
   * @param {boolean} together
   */
  follow(column, columns, together) {
    const { scrollTop } = column.scroller;
    const distance = scrollTop - (this.#tops.get(column.key) ?? 0);
    this.#tops.set(column.key, scrollTop);
    if (!together || this.#driver !== column.key) return;
    for (const other of columns) if (other !== column) other.scroller.scrollTop += distance;
  }

  /**
   * Scroll columns to where those of the same keys were last.
   * @param {readonly ColumnElements[]} columns
   */
  restore(columns) {
    this.#tops = new Map(columns.map(({ key }) => [key, this.#tops.get(key) ?? 0]));
    for (const { key, scroller } of columns) scroller.scrollTop = this.#tops.get(key) ?? 0;
    this.#driver = null;
  }
}

/**
 * Scroll an article to where its bar was pressed.
 * @param {ColumnElements} column
 * @param {number} y The height of the press in the window.
 */
export function scrollToPress({ bar, list, scroller }, y) {
  const box = bar.getBoundingClientRect();
  const share = (y - box.top) / box.height;
  scroller.scrollTop = share * list.offsetHeight - scroller.clientHeight / 2;
}

/**
 * Return the element of the page in which the view is drawn.
 * @param {HTMLElement} root
 */
export function hostOf(root) {
  const page = root.getRootNode();
  return page instanceof ShadowRoot ? page.host : /** @type {Element} */ (root.parentElement);
}

/**
 * Return the element of the page that scrolls around the view.
 * @param {HTMLElement} root
 */
function pageScroller(root) {
  let node = hostOf(root);
  while (node.parentElement && !/auto|scroll/.test(getComputedStyle(node).overflowY)) node = node.parentElement;
  return node;
}

/**
 * Return how much of the page's top its own header covers, in px.
 * @param {Element} page
 */
function coveredAbove(page) {
  const header = document.querySelector('[data-testid="stHeader"]');
  return header ? Math.max(0, header.getBoundingClientRect().bottom - page.getBoundingClientRect().top) : 0;
}

/**
 * Give the view the height of the window below the page's header.
 * @param {HTMLElement} root
 */
export function fitToPage(root) {
  const page = pageScroller(root);
  root.style.setProperty("--room", `${Math.round(page.clientHeight - coveredAbove(page) - 2 * EDGE)}px`);
}

/**
 * Scroll the page so that the whole view can be seen.
 * @param {HTMLElement} root
 */
export function scrollPageTo(root) {
  const page = pageScroller(root);
  const above = root.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop;
  page.scrollTo({ top: above - coveredAbove(page) - EDGE, behavior: scrollBehavior() });
}
