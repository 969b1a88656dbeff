/**
 * Measures the document it is loaded into, as a browser shows it: how far it overflows its frame, its smallest
 * type, and the lowest contrast between words and their background (WCAG 2.2, relative luminance).
 */
function measureMail() {
  const { documentElement } = document;
  const inks = textElements().map((element) => inkOf(element));
  const least = (of, by) => of.reduce((a, b) => (by(b) < by(a) ? b : a));
  return {
    overflow: Math.max(0, documentElement.scrollWidth - documentElement.clientWidth),
    height: Math.ceil(document.body.getBoundingClientRect().height),
    smallest: least(inks, ({ size }) => size),
    dimmest: least(inks, ({ contrast }) => contrast),
    dimmestInverted: least(inks, ({ inverted }) => inverted),
  };
}

/** Visible elements with words of their own. */
function textElements() {
  const elements = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (/\S/.test(textContent ?? "") && parentElement?.checkVisibility()) {
      elements.add(parentElement);
    }
  }
  return [...elements];
}

function inkOf(element) {
  const style = getComputedStyle(element);
  const ink = rgb(style.color);
  const paper = paperUnder(element);
  return {
    words: (element.textContent ?? "").slice(0, 60),
    size: Number.parseFloat(style.fontSize),
    contrast: contrast(ink, paper),
    inverted: contrast(inverted(ink), inverted(paper)),
  };
}

function paperUnder(element) {
  for (let at = element; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== "rgba(0, 0, 0, 0)") {
      return rgb(backgroundColor);
    }
  }
  return [255, 255, 255];
}

function rgb(colour) {
  const parts = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  if (!colour.startsWith("rgb(") || parts.length !== 3) {
    throw new Error(`cannot measure the contrast of ${colour}: only opaque colours are supported`);
  }
  return parts;
}

function inverted(colour) {
  return colour.map((part) => 255 - part);
}

function luminance(colour) {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [dim, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

globalThis.measureMail = measureMail;
