// Records a canvas as a WebM video, with the server's answers beside it.

const TYPES = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'];
const BITS_PER_SECOND = 6e6;
const CHUNK = 1000;

/** Why this browser cannot record, or null. */
export function cannotRecord() {
  if (!window.MediaRecorder || !HTMLCanvasElement.prototype.captureStream) return 'This browser cannot record.';
  return type() ? null : 'This browser cannot record WebM videos.';
}

const type = () => TYPES.find(one => MediaRecorder.isTypeSupported(one));

export class Recorder {
  #canvas;
  #current = null;

  constructor(canvas) {
    this.#canvas = canvas;
  }

  get running() {
    return this.#current !== null;
  }

  start() {
    const recorder = new MediaRecorder(this.#canvas.captureStream(), { mimeType: type(), videoBitsPerSecond: BITS_PER_SECOND });
    const chunks = [];
    recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data));
    recorder.start(CHUNK);
    this.#current = { recorder, chunks, lines: [], started: performance.now() };
  }

  /** Adds an answer as it was received. */
  add(line) {
    this.#current?.lines.push(`${line.trimEnd()}\n`);
  }

  /** Ends the recording. Returns its files and its length in seconds. */
  async stop() {
    const { recorder, chunks, lines, started } = this.#current;
    const seconds = (performance.now() - started) / 1000;
    this.#current = null;
    await new Promise(resolve => {
      recorder.addEventListener('stop', resolve, { once: true });
      recorder.stop();
    });
    recorder.stream.getTracks().forEach(track => track.stop());
    return {
      video: new Blob(chunks, { type: 'video/webm' }),
      answers: new Blob(lines, { type: 'application/jsonl' }),
      seconds,
    };
  }
}
