// Frame rate and latency over the last frames drawn.

const WINDOW = 2000;

export class Meters {
  #frames = [];

  reset() {
    this.#frames = [];
  }

  /** Notes a frame: when it was drawn and captured, ms. */
  add(drawn, captured) {
    this.#frames.push({ drawn, latency: drawn - captured });
    while (drawn - this.#frames[0].drawn > WINDOW) this.#frames.shift();
  }

  /** Frames a second, or null while it is too early to say. */
  get fps() {
    const frames = this.#frames;
    const span = frames.length > 2 ? frames.at(-1).drawn - frames[0].drawn : 0;
    return span > 250 ? (frames.length - 1) * 1000 / span : null;
  }

  /** Median milliseconds from capture to drawn, or null. */
  get latency() {
    if (this.#frames.length === 0) return null;
    const sorted = this.#frames.map(frame => frame.latency).sort((a, b) => a - b);
    return sorted[sorted.length >> 1];
  }
}
