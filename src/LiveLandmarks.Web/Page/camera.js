// The visitor's camera, and JPEGs of its pictures.

const WANTED = { video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 }, facingMode: 'user' }, audio: false };
const QUALITY = 0.85;

/** A camera that could not be had; the message says what to do. */
export class CameraError extends Error {
  constructor(title, message) {
    super(message);
    this.title = title;
  }
}

/** Why this page cannot work in this browser, or null. */
export function unsupported() {
  if (!window.isSecureContext) {
    return new CameraError('The camera needs https',
      'Browsers lend a camera to pages over https, or from this very machine. Start the server with --certificate and --key, or open the page where the server runs.');
  }
  if (!navigator.mediaDevices?.getUserMedia || !window.WebSocket || !window.createImageBitmap || !HTMLCanvasElement.prototype.toBlob) {
    return new CameraError('This browser is too old', 'The page needs a current Chrome, Edge, Firefox or Safari.');
  }
  return null;
}

export class Camera {
  #video = document.createElement('video');
  #canvas = window.OffscreenCanvas ? new OffscreenCanvas(1, 1) : document.createElement('canvas');
  #context = this.#canvas.getContext('2d', { alpha: false });
  #stream = null;
  #lastTime = -1;

  constructor() {
    this.#video.muted = true;
    this.#video.playsInline = true;
  }

  /** Asks for the camera. `ended` is called when it goes away later. */
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

  /** Calls back once, with the time of capture (ms, the clock of performance.now), when there is a picture that was not seen before. */
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

  /** The present picture, at most `maxSide` wide and high: a bitmap to draw and a JPEG to send. */
  async grab(maxSide) {
    const { videoWidth, videoHeight } = this.#video;
    const scale = Math.min(1, maxSide / Math.max(videoWidth, videoHeight));
    const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)];
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      [this.#canvas.width, this.#canvas.height] = [width, height];
    }
    this.#context.drawImage(this.#video, 0, 0, width, height);
    const [bitmap, blob] = await Promise.all([createImageBitmap(this.#canvas), this.#encode()]);
    return { bitmap, jpeg: await blob.arrayBuffer() };
  }

  #encode() {
    return this.#canvas.convertToBlob
      ? this.#canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
      : new Promise(resolve => this.#canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  }

  // The server refuses times that do not grow; drivers repeat them now and then.
  #grow(time) {
    this.#lastTime = Math.max(time, this.#lastTime + 0.01);
    return this.#lastTime;
  }
}

function explain(error) {
  switch (error.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return new CameraError('The camera was refused', 'Allow it for this page (the camera sign beside the address), then press Start again.');
    case 'NotFoundError':
    case 'OverconstrainedError':
      return new CameraError('No camera found', 'Plug one in, then press Start again.');
    case 'NotReadableError':
    case 'AbortError':
      return new CameraError('The camera is busy', 'Another program may be using it. Close that, then press Start again.');
    default:
      return new CameraError('The camera cannot be opened', `${error.name}: ${error.message}`);
  }
}
