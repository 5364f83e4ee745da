// Bars of the strongest movements of one face. A movement keeps its row until a clearly stronger one takes it, so bars do not jump.

import { element } from './elements.js';

const MOST = 8;
const WEAKEST = 0.05;
// A movement takes a row only if it is stronger than the row's own by this much.
const LEAD = 0.08;

/** A readable name: 'eyeBlinkLeft' becomes 'Eye blink left'. */
export function nameOf(movement) {
  const words = movement.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
  return words[0].toUpperCase() + words.slice(1);
}

export class MovementBars {
  #rows = [];

  /** The list to show. */
  list = element('ul');

  constructor() {
    this.list.className = 'movements';
    this.list.hidden = true;
    this.list.setAttribute('aria-label', 'Strongest movements');
  }

  /** Shows new strengths: an object of names and numbers from 0 to 1, without those that cannot be told; or null if none can. */
  update(strengths) {
    const known = Object.entries(strengths ?? {});
    for (const row of this.#rows) row.strength = strengths?.[row.movement] ?? null;
    const least = Math.max(WEAKEST, known.map(([, strength]) => strength).sort((a, b) => b - a)[MOST - 1] ?? 0);
    for (const [movement, strength] of known) {
      if (strength >= least && !this.#rows.some(row => row.movement === movement)) this.#admit(movement, strength);
    }
    for (const row of this.#rows) row.show();
    this.list.hidden = this.#rows.length === 0;
  }

  #admit(movement, strength) {
    if (this.#rows.length < MOST) {
      const row = new Row();
      this.#rows.push(row);
      this.list.append(row.item);
      row.become(movement, strength);
      return;
    }
    const weakest = this.#rows.reduce((a, b) => (b.strength ?? 0) < (a.strength ?? 0) ? b : a);
    if (strength > (weakest.strength ?? 0) + LEAD) weakest.become(movement, strength);
  }
}

class Row {
  #name = element('span');
  #meter = element('meter');
  #value = element('span');

  movement = '';
  // Null while it cannot be told.
  strength = null;
  item = element('li', this.#name, this.#meter, this.#value);

  constructor() {
    // The meter says it all to screen readers.
    this.#name.setAttribute('aria-hidden', 'true');
    this.#value.setAttribute('aria-hidden', 'true');
    this.#value.className = 'value';
  }

  become(movement, strength) {
    [this.movement, this.strength] = [movement, strength];
    this.item.dataset.movement = movement;
    this.#name.textContent = nameOf(movement);
    this.#meter.setAttribute('aria-label', nameOf(movement));
  }

  show() {
    const text = this.strength === null ? '–' : String(Math.round(this.strength * 100));
    this.#meter.value = this.strength ?? 0;
    this.#meter.setAttribute('aria-valuetext', this.strength === null ? 'unknown' : `${text} %`);
    this.#value.textContent = text;
  }
}
