/* Which of these places stay unreadable or undecided at a second look, each scrolled wholly into view.

   Letters in a drawing, and a sign without letters such as an arrow: axe never judges these, so the colours beneath are
   looked up and the contrast is computed. Anything else: axe looks again, now that no edge of the screen cuts it off. */
async (targets) => {
  const light = (colour) => {
    const parts = colour.match(/[\d.]+/g).slice(0, 3).map((part) => Number(part) / 255);
    const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const paint = (one) => {
    const style = getComputedStyle(one);
    if (!(one instanceof SVGElement)) return style.backgroundColor;
    if (!(one instanceof SVGGeometryElement)) return "none";
    if (!style.fill.startsWith("url(")) return style.fill;
    const hatch = document.getElementById(style.fill.match(/#([^")]+)/)[1]);
    return getComputedStyle(hatch.querySelector(".kd-hatch-ground")).fill;
  };
  const opaque = (colour) => colour.startsWith("rgb(");
  const beneath = (x, y) => {
    const there = document.elementsFromPoint(x, y).filter((one) => !one.closest("text"));
    return there.length ? there.map(paint).find(opaque) ?? "rgb(255, 255, 255)" : null;
  };

  const neverJudged = (place) => place.matches("svg.kd text") || !/[\p{L}\p{N}]/u.test(place.textContent);
  const readable = (letters) => {
    const style = getComputedStyle(letters);
    const ink = letters instanceof SVGElement ? style.fill : style.color;
    const box = letters.getBoundingClientRect();
    const halo = style.paintOrder.startsWith("stroke") && style.stroke !== "none";
    const middle = box.y + box.height / 2;
    const grounds = halo ? [style.stroke] : [0.1, 0.5, 0.9].map((part) => beneath(box.x + part * box.width, middle));
    return grounds.every((ground) => ground && contrast(ink, ground) >= 4.5);
  };
  const clear = async (place) => {
    const found = await axe.run(place, { runOnly: ["color-contrast"] });
    return found.violations.length + found.incomplete.length === 0;
  };

  const left = [];
  for (const target of targets) {
    const place = document.querySelector(target);
    place.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    if (!(neverJudged(place) ? readable(place) : await clear(place))) left.push(target);
  }
  scrollTo(0, 0);
  return left;
}
