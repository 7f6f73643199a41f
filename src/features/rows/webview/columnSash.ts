import { element } from "./dom";

/** The edge of a column that is drawn to change its width, as in the editor's own tables; two clicks take it back. */
export function columnSash(
  width: number,
  onResize: (width: number | undefined) => void,
): HTMLElement {
  const sash = element("div", {
    className: "sash",
    attributes: { "aria-hidden": "true" }, // keys change the width, too
    onClick: (event) => event.stopPropagation(),
  });
  sash.addEventListener("dblclick", () => onResize(undefined));
  sash.addEventListener("pointerdown", (down) => {
    if (down.button !== 0) {
      return;
    }
    down.preventDefault();
    // The heads are redrawn while the pointer moves, and the sash with them.
    const drawing = new AbortController();
    const { signal } = drawing;
    document.body.classList.add("resizing");
    signal.addEventListener("abort", () => document.body.classList.remove("resizing"));
    const move = ({ clientX }: PointerEvent) => onResize(width + clientX - down.clientX);
    window.addEventListener("pointermove", move, { signal });
    for (const end of ["pointerup", "pointercancel", "blur"]) {
      window.addEventListener(end, () => drawing.abort(), { signal });
    }
  });
  return sash;
}
