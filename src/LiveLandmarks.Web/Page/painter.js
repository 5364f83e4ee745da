// Draws a picture together with the landmarks that were found in it.

import { drawGaze } from './gaze.js';

const COLORS = { jaw: '#3ca0c8', brow: '#ffaa3c', nose: '#78dc78', eye: '#3cdcff', lips: '#ff5a6e' };
const DOT = '#ffffff';
const SHARPEST = 2;

export class Painter {
  #canvas;
  #context;

  /** Keeps the size of the canvas while pictures keep their shape: for recordings. */
  fixed = false;

  constructor(canvas) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d', { alpha: false });
  }

  /**
   * Draws a picture. `faces` come from the server's answer, `groups` from its greeting; `show` is { mirror, dots, edges, gaze }.
   * Returns the scale from picture to canvas.
   */
  draw(bitmap, faces, groups, show) {
    const { width, height } = bitmap;
    const scale = this.#fit(width, height);
    const context = this.#context;
    context.setTransform(show.mirror ? -scale : scale, 0, 0, scale, show.mirror ? width * scale : 0, 0);
    context.drawImage(bitmap, 0, 0);
    // Pixel centers have whole coordinates in landmarks, but half ones on a canvas.
    context.translate(0.5, 0.5);
    for (const face of faces) {
      const size = Math.max(face.box[2], face.box[3]);
      if (show.edges) this.#drawEdges(face, groups, Math.max(1, size / 130));
      if (show.gaze) drawGaze(context, face);
      if (show.dots) this.#drawDots(face, Math.max(1.2, size / 85));
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    if (faces.length > 1) for (const face of faces) this.#label(face, width, scale, show.mirror);
    return scale;
  }

  // Gives the canvas about as many pixels as it has on the screen, so that dots stay round on high-resolution screens.
  #fit(width, height) {
    const current = this.#canvas.width / width;
    if (this.fixed && Math.abs(this.#canvas.height - height * current) < 2) return current;
    const shown = this.#canvas.clientWidth * devicePixelRatio / width;
    const scale = Math.min(SHARPEST, Math.max(1, Math.ceil(shown * 4) / 4));
    const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
    if (this.#canvas.width !== w || this.#canvas.height !== h) {
      [this.#canvas.width, this.#canvas.height] = [w, h];
      this.#canvas.parentElement.style.setProperty('--aspect', width / height);
    }
    return scale;
  }

  #drawEdges(face, groups, thickness) {
    const context = this.#context;
    context.lineWidth = thickness;
    context.lineJoin = 'round';
    for (const group of groups) {
      context.strokeStyle = COLORS[group.feature] ?? DOT;
      context.beginPath();
      for (const [x, y] of face.landmarks.slice(group.first, group.first + group.count)) context.lineTo(x, y);
      if (group.closed) context.closePath();
      context.stroke();
    }
  }

  #drawDots(face, radius) {
    const context = this.#context;
    context.fillStyle = DOT;
    context.beginPath();
    for (const [x, y] of face.landmarks) {
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
    context.fill();
  }

  #label(face, width, scale, mirror) {
    const [x, y, w] = face.box;
    const context = this.#context;
    const center = x + w / 2;
    context.font = `600 ${13 * scale}px system-ui, sans-serif`;
    context.textAlign = 'center';
    context.lineWidth = 3 * scale;
    context.strokeStyle = 'rgb(0 0 0 / .7)';
    context.fillStyle = DOT;
    const place = [`Face ${face.id}`, (mirror ? width - center : center) * scale, Math.max(14, y - 8) * scale];
    context.strokeText(...place);
    context.fillText(...place);
  }
}
