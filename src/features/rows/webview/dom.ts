/** What an element gets besides its children. Texts of others come in as text only, never as markup. */
export interface ElementParts {
  readonly className?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly onClick?: (event: MouseEvent) => void;
}

/** A new element. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { className, text, attributes = {}, onClick }: ElementParts = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, String(value));
  }
  if (onClick) {
    const target: HTMLElement = made;
    target.addEventListener("click", onClick);
  }
  made.append(...children);
  return made;
}

/** A button with a text. */
export function button(text: string, onClick: () => void, className = "secondary") {
  const made = element("button", { text, className, onClick: () => onClick() });
  made.type = "button";
  return made;
}

/** A new element of a drawing. */
export function drawn<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, String(value));
  }
  return made;
}
