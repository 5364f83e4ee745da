// Measures frame rate and latency over the last frames drawn.

const WINDOW = 2000;

export class Meters {
  #frames = [];

  reset() {
    this.#frames = [];
  }

  /** Adds a frame: the times at which it was drawn and captured, in ms. */
  add(drawn, captured) {
    this.#frames.push({ drawn, latency: drawn - captured });
    while (drawn - this.#frames[0].drawn > WINDOW) this.#frames.shift();
  }

  /** Frames per second, or null while there are too few frames. */
  get fps() {
    const frames = this.#frames;
    const span = frames.length > 2 ? frames.at(-1).drawn - frames[0].drawn : 0;
    return span > 250 ? (frames.length - 1) * 1000 / span : null;
  }

  /** Median time from capture to drawing in milliseconds, or null. */
  get latency() {
    if (this.#frames.length === 0) return null;
    const sorted = this.#frames.map(frame => frame.latency).sort((a, b) => a - b);
    return sorted[sorted.length >> 1];
  }
}
