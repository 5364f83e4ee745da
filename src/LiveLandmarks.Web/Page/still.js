// A picture that the visitor chose instead of the camera.

import { Encoder } from './encoder.js';

const LARGEST_FILE = 64 << 20;
const QUALITIES = [0.92, 0.8, 0.6, 0.4];
const HEADER = 16;
// Without a face, the server searches another part of the picture in each frame: 9 parts at most.
const MOST_TRIES = 10;

/** The file cannot be used; the message says why. */
export class StillError extends Error {
  constructor(title, message) {
    super(message);
    this.title = title;
  }
}

export class Still {
  #source;
  #encoder = new Encoder();
  #tries = 0;

  /** The picture as it was sent, its answer, and the groups of its landmarks; null until it is answered. */
  shown = null;

  constructor(source) {
    this.#source = source;
  }

  /** Reads a file. Throws a StillError if it is not a picture or is too large. */
  static async read(file) {
    if (file.size > LARGEST_FILE) throw new StillError('The file is too large', `A picture may have at most ${LARGEST_FILE >> 20} MB.`);
    try {
      return new Still(await createImageBitmap(file));
    } catch {
      throw new StillError('This is not a picture', `${file.name} cannot be read. Choose a JPEG, PNG or WebP picture.`);
    }
  }

  /** Makes the picture as large as the server allows. Throws a StillError if its JPEG remains too long. */
  async grab({ maxSide, maxBytes }) {
    this.#tries++;
    const grabbed = await this.#encoder.encode(this.#source, this.#source, maxSide, QUALITIES, maxBytes - HEADER);
    if (grabbed.jpeg) return grabbed;
    grabbed.bitmap.close();
    throw new StillError('The picture is too large', `The server accepts at most ${maxBytes} bytes. Choose a smaller picture.`);
  }

  /** Whether the picture should be sent again after this answer. */
  wantsMore(answer) {
    return answer.faces.length === 0 && this.#tries < MOST_TRIES;
  }

  close() {
    this.#source.close();
    this.shown?.bitmap.close();
  }
}
