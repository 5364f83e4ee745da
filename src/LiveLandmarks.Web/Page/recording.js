// The button that records, what it says, and the files that it offers.

import { element } from './elements.js';
import { cannotRecord, Recorder } from './recorder.js';

// A recording is kept in memory until it is saved.
const LONGEST = 10 * 60 * 1000;

const size = bytes => bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

export class Recording {
  #button;
  #state;
  #files;
  #recorder;
  #timer = 0;
  #obstacle = cannotRecord();
  #available = false;

  /** `state` is announced by screen readers; `files` receives the links. */
  constructor({ canvas, button, state, files }) {
    [this.#button, this.#state, this.#files] = [button, state, files];
    this.#recorder = new Recorder(canvas);
    button.addEventListener('click', () => this.running ? this.stop() : this.#start());
    this.#refresh();
  }

  get running() {
    return this.#recorder.running;
  }

  /** Whether there are moving pictures to record. */
  set available(value) {
    if (value === this.#available) return;
    this.#available = value;
    this.#refresh();
  }

  /** Adds an answer of the server to the recording, if there is one. */
  add(line) {
    this.#recorder.add(line);
  }

  /** Ends the recording, if there is one, and offers its files. */
  async stop() {
    if (!this.running) return;
    clearTimeout(this.#timer);
    const stopped = this.#recorder.stop();
    this.#refresh();
    const recorded = await stopped;
    const name = `livelandmarks-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}`;
    this.#files.replaceChildren(
      link(`Save video (${size(recorded.video.size)})`, `${name}.webm`, recorded.video),
      link(`Save answers (${size(recorded.answers.size)})`, `${name}.jsonl`, recorded.answers));
    this.#state.textContent = `Recorded ${Math.round(recorded.seconds)} s.`;
  }

  #start() {
    for (const { href } of this.#files.querySelectorAll('a')) URL.revokeObjectURL(href);
    this.#files.replaceChildren();
    this.#recorder.start();
    this.#timer = setTimeout(() => this.stop(), LONGEST);
    this.#state.textContent = 'Recording.';
    this.#refresh();
  }

  #refresh() {
    this.#button.textContent = this.running ? 'Stop recording' : 'Record';
    this.#button.classList.toggle('recording', this.running);
    this.#button.disabled = this.#obstacle !== null || !this.#available && !this.running;
    this.#button.title = this.#obstacle ?? (this.#available ? '' : 'Press Start first.');
  }
}

function link(text, name, blob) {
  const made = element('a', text);
  made.href = URL.createObjectURL(blob);
  made.download = name;
  return made;
}
