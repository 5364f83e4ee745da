// Opens the visitor's camera and makes JPEGs of its pictures.

import { Encoder } from './encoder.js';

const WANTED = { video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 }, facingMode: 'user' }, audio: false };
const QUALITY = 0.85;
const CURRENT = 'The page needs a current Chrome, Edge, Firefox or Safari.';

/** The camera cannot be used; the message says what to do. */
export class CameraError extends Error {
  constructor(title, message) {
    super(message);
    this.title = title;
  }
}

/** The error that explains why this page cannot work in this browser, or null. */
export function unsupported() {
  return window.WebSocket && window.createImageBitmap && HTMLCanvasElement.prototype.toBlob
    ? null
    : new CameraError('This browser is too old', CURRENT);
}

/** The error that explains why this browser has no camera for this page, or null. */
export function withoutCamera() {
  if (!window.isSecureContext) {
    return new CameraError('The camera needs https',
      'Browsers allow the camera only on pages that come over https or from the same machine. Start the server with --certificate and --key, or open the page on the machine on which the server runs. You can still choose a picture.');
  }
  return navigator.mediaDevices?.getUserMedia ? null : new CameraError('This browser is too old', CURRENT);
}

export class Camera {
  #video = document.createElement('video');
  #encoder = new Encoder();
  #stream = null;
  #lastTime = -1;

  constructor() {
    this.#video.muted = true;
    this.#video.playsInline = true;
  }

  /** Asks for the camera. `ended` is called if it is disconnected later. */
  async open(ended) {
    try {
      this.#stream = await navigator.mediaDevices.getUserMedia(WANTED);
    } catch (error) {
      throw explain(error);
    }
    this.#stream.getVideoTracks()[0].addEventListener('ended', ended);
    this.#video.srcObject = this.#stream;
    await this.#video.play();
  }

  close() {
    this.#stream?.getTracks().forEach(track => track.stop());
    this.#stream = null;
    this.#video.srcObject = null;
  }

  /** Calls back once, when there is a new picture, with its time of capture (ms, the clock of performance.now). */
  next(callback) {
    const video = this.#video;
    if (video.requestVideoFrameCallback) {
      video.requestVideoFrameCallback((now, frame) => callback(this.#grow(frame.captureTime ?? now)));
      return;
    }
    const shown = video.currentTime;
    const look = now => video.currentTime === shown && this.#stream ? requestAnimationFrame(look) : callback(this.#grow(now));
    requestAnimationFrame(look);
  }

  /** Returns the current picture, at most `maxSide` pixels wide and high: a bitmap to draw and a JPEG to send. */
  grab({ maxSide }) {
    const { videoWidth, videoHeight } = this.#video;
    return this.#encoder.encode(this.#video, { width: videoWidth, height: videoHeight }, maxSide, [QUALITY]);
  }

  // The server refuses times that do not increase, but drivers sometimes repeat a time.
  #grow(time) {
    this.#lastTime = Math.max(time, this.#lastTime + 0.01);
    return this.#lastTime;
  }
}

function explain(error) {
  switch (error.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return new CameraError('The camera was refused', 'Allow it for this page (the camera icon beside the address), then press Start again.');
    case 'NotFoundError':
    case 'OverconstrainedError':
      return new CameraError('No camera found', 'Plug one in, then press Start again.');
    case 'NotReadableError':
    case 'AbortError':
      return new CameraError('The camera is busy', 'Another program may be using it. Close that program, then press Start again.');
    default:
      return new CameraError('The camera cannot be opened', `${error.name}: ${error.message}`);
  }
}
