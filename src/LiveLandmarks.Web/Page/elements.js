// Makes elements.

export function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
