// Draws a head that makes the movements of a face. Movements that are unknown are drawn at rest.

import { HeadSpace } from './head-space.js';

const STRAIGHT = { yaw: 0, pitch: 0, roll: 0 };
// Half the width of the drawing, in units of the head.
const EXTENT = 1.62;
const SKIN = '#f7c9a0', SHADE = '#e3a779', OUTLINE = '#a8683f', BLUSH = '#f09a86', LID = '#eab68a', NOSE = '#f2b98e';
const HAIR = '#5b3a29', HAIR_BEHIND = '#47291c', BROW = '#47291c', SHIRT = '#10616b';
const WHITE = '#ffffff', IRIS = '#2f73c9', PUPIL = '#12202e', LASH = '#3a2218';
const LIP = '#d2575f', INSIDE = '#5a1620', TONGUE = '#e0737a', TEETH = '#fffaf2';

const between = (from, to, share) => from + (to - from) * share;

export class Avatar {
  #canvas;
  #context;

  constructor(canvas) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
  }

  /**
   * Draws the head with the `pose` and the `blendshapes` of a face, at rest where they are unknown.
   * The canvas gets the class `absent` if there is no face.
   */
  draw(face, mirror) {
    const context = this.#context;
    const side = this.#fit();
    const scale = side / (2 * EXTENT);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, side, side);
    this.#canvas.classList.toggle('absent', !face);
    context.setTransform(mirror ? -scale : scale, 0, 0, scale, side / 2, side * 0.485);
    new Head(context, face?.pose ?? STRAIGHT, face?.blendshapes ?? {}).draw();
  }

  // As many pixels as on the screen.
  #fit() {
    const side = Math.round(this.#canvas.clientWidth * devicePixelRatio) || this.#canvas.width;
    if (this.#canvas.width !== side || this.#canvas.height !== side) [this.#canvas.width, this.#canvas.height] = [side, side];
    return side;
  }
}

/** One drawing. `left` is 1 for the person's left side and -1 for the right side. */
class Head {
  #context;
  #space;
  #strengths;

  constructor(context, pose, strengths) {
    [this.#context, this.#space, this.#strengths] = [context, new HeadSpace(pose), strengths];
    [context.lineJoin, context.lineCap] = ['round', 'round'];
  }

  draw() {
    const jaw = this.#of('jawOpen');
    const aside = 0.1 * (this.#of('jawLeft') - this.#of('jawRight'));
    const puff = this.#of('cheekPuff');
    const ears = [1, -1].map(left => this.#space.ellipsoid([left * 1.0, 0.05, -0.1], [0.13, 0.24, 0.16]));
    const skull = this.#space.ellipsoid([0, -0.2, 0], [1, 1, 1]);
    const skin = [
      skull,
      this.#space.ellipsoid([aside, 0.36 + 0.13 * jaw, 0.1], [0.76, 0.78 + 0.1 * jaw, 0.8]),
      ...[1, -1].map(left => this.#space.ellipsoid([left * 0.5, 0.44, 0.38], [0.3 + 0.26 * puff, 0.3 + 0.16 * puff, 0.3 + 0.14 * puff])),
    ];
    const hair = [this.#space.ellipsoid([0, -0.2, -0.14], [1.12, 1.12, 1.05]), this.#space.ellipsoid([0, 0.2, -0.42], [1.02, 0.95, 0.6])];
    this.#fill(HAIR_BEHIND, ...hair);
    this.#body();
    this.#solid(ears.filter(ear => ear.z < 0));
    this.#solid(skin);
    this.#blush(puff);
    this.#hair();
    this.#solid(ears.filter(ear => ear.z >= 0));
    for (const left of [1, -1]) this.#eye(left);
    for (const left of [1, -1]) this.#brow(left);
    this.#mouth(jaw, aside);
    this.#nose();
  }

  // How strongly a movement is made; `left` selects one of a pair.
  #of(movement, left) {
    const name = left === undefined ? movement : movement + (left > 0 ? 'Left' : 'Right');
    return Math.min(1, Math.max(0, this.#strengths[name] ?? 0));
  }

  #body() {
    const context = this.#context;
    const [x, y] = this.#space.turn(0, 0.7, -0.15);
    this.#line(OUTLINE, 0.66, [[x, y], [0, 1.75]]);
    this.#line(SHADE, 0.6, [[x, y], [0, 1.75]]);
    context.fillStyle = SHIRT;
    context.beginPath();
    context.ellipse(0, 2.05, 1.35, 0.68, 0, 0, 2 * Math.PI);
    context.fill();
  }

  // The front of the hair: the half of a sphere that lies above and behind a plane through its middle.
  #hair() {
    const context = this.#context;
    const size = 1.05;
    const [x, y] = this.#space.turn(0, -0.2, 0);
    const across = this.#space.turn(1, 0, 0), along = this.#space.turn(0, -0.53, 0.85), up = this.#space.turn(0, -0.85, -0.53);
    const nearest = Math.atan2(along[2], across[2]);
    const above = Math.atan2(up[1], up[0]);
    context.beginPath();
    for (let i = 0; i <= 32; i++) {
      const angle = nearest + (i / 32 - 0.5) * Math.PI;
      const [c, s] = [size * Math.cos(angle), size * Math.sin(angle)];
      context.lineTo(x + c * across[0] + s * along[0], y + c * across[1] + s * along[1]);
    }
    const end = nearest + Math.PI / 2;
    const last = Math.atan2(Math.cos(end) * across[1] + Math.sin(end) * along[1], Math.cos(end) * across[0] + Math.sin(end) * along[0]);
    context.arc(x, y, size, last, 2 * above - last, Math.sin(above - last) < 0);
    context.closePath();
    context.fillStyle = HAIR;
    context.fill();
  }

  #blush(puff) {
    for (const left of [1, -1]) {
      const cheek = this.#of('cheekSquint', left) + this.#of('mouthSmile', left);
      const [x, y] = [left * 0.6, 0.38 - 0.05 * Math.min(1, cheek)];
      if (this.#space.surface(x, y)[2] < 0.1) continue;
      this.#context.save();
      this.#context.globalAlpha *= 0.45 + 0.3 * puff;
      this.#shape(BLUSH, this.#disc(x, y, 0.17 + 0.07 * puff));
      this.#context.restore();
    }
  }

  #eye(left) {
    const [x, y, width] = [left * 0.38, -0.04, 0.22];
    if (this.#space.surface(x, y)[2] < 0.2) return;
    const squint = this.#of('eyeSquint', left);
    const rest = -0.17 * (1 + 0.4 * this.#of('eyeWide', left));
    const lower = between(0.13, 0.03, squint);
    const upper = Math.min(lower, between(rest + 0.05 * squint, 0.12, this.#of('eyeBlink', left)));
    const edge = height => this.#arch([x - width, y], [x + width, y], height, 0.7);
    const opening = [...edge(upper), ...edge(lower).reverse()];

    this.#shape(LID, [...edge(rest - 0.02), ...edge(0.14).reverse()]);
    this.#shape(WHITE, opening);
    const context = this.#context;
    context.save();
    this.#trace(opening);
    context.clip();
    // In and out are towards the nose and away from it.
    const aside = this.#of('eyeLookOut', left) - this.#of('eyeLookIn', left);
    const down = this.#of('eyeLookDown', left) - this.#of('eyeLookUp', left);
    const [irisX, irisY] = [x + left * 0.13 * aside, y - 0.01 + 0.11 * down];
    this.#shape(IRIS, this.#disc(irisX, irisY, 0.115));
    this.#shape(PUPIL, this.#disc(irisX, irisY, 0.06));
    this.#shape(WHITE, this.#disc(irisX + 0.04, irisY - 0.045, 0.025));
    context.restore();
    this.#line(SHADE, 0.025, edge(lower));
    this.#line(LASH, 0.05, edge(upper));
  }

  #brow(left) {
    if (this.#space.surface(left * 0.38, -0.4)[2] < 0.2) return;
    const inner = 0.17 * this.#of('browInnerUp'), outer = 0.17 * this.#of('browOuterUp', left), down = 0.13 * this.#of('browDown', left);
    const start = [left * (0.17 - 0.3 * down), -0.37 - inner + 1.25 * down];
    const end = [left * 0.63, -0.34 - outer + 0.7 * down];
    this.#line(BROW, 0.085, this.#arch(start, end, -0.08 - 0.35 * outer + 0.3 * down, 1));
  }

  #nose() {
    const sneers = [1, -1].map(left => this.#of('noseSneer', left));
    const [tip, bridge] = [this.#space.turn(0, 0.23, 1.2), this.#space.turn(0, -0.06, 1)];
    // From the side the nose is a wedge with a bridge.
    this.#line(NOSE, 0.1, [bridge, tip, this.#space.surface(0, 0.3)]);
    this.#shape(NOSE, [bridge, tip, this.#space.surface(0, 0.3)]);
    this.#context.save();
    this.#context.globalAlpha *= Math.min(1, Math.abs(tip[0] - bridge[0]) * 2);
    const ahead = Math.sign(tip[0] - bridge[0]);
    this.#line(OUTLINE, 0.028, [bridge, tip].map(([x, y]) => [x + 0.06 * ahead, y - 0.03]));
    this.#context.restore();
    for (const [i, left] of [1, -1].entries()) {
      const wing = [left * 0.13, 0.27 - 0.06 * sneers[i]];
      if (this.#space.surface(...wing)[2] > 0.1) this.#shape(SHADE, this.#disc(...wing, 0.075));
      if (sneers[i] < 0.1) continue;
      this.#context.save();
      this.#context.globalAlpha *= sneers[i];
      this.#line(OUTLINE, 0.03, this.#arch([left * 0.1, 0.0], [left * 0.21, 0.16], -0.02, 1));
      this.#line(OUTLINE, 0.03, this.#arch([left * 0.2, 0.26], [left * 0.36, 0.46], -0.04, 1));
      this.#context.restore();
    }
    this.#context.fillStyle = NOSE;
    this.#context.beginPath();
    this.#context.arc(tip[0], tip[1], 0.125, 0, 2 * Math.PI);
    this.#context.fill();
    this.#line(OUTLINE, 0.028, Array.from({ length: 13 }, (_, i) => {
      const angle = Math.PI * (0.12 + 0.76 * i / 12);
      return [tip[0] + 0.125 * Math.cos(angle), tip[1] + 0.125 * Math.sin(angle)];
    }));
  }

  #mouth(jaw, jawAside) {
    const middle = [0.15 * (this.#of('mouthLeft') - this.#of('mouthRight')) + 0.5 * jawAside, 0.62];
    if (this.#space.surface(...middle)[2] < 0.1) return;
    const [funnel, pucker] = [this.#of('mouthFunnel'), this.#of('mouthPucker')];
    const width = 0.31 * (1 - 0.45 * funnel) * (1 - 0.55 * pucker);
    const open = jaw * (1 - this.#of('mouthClose'));
    const both = movement => (this.#of(movement, 1) + this.#of(movement, -1)) / 2;
    const corner = left => [
      middle[0] + left * (width + 0.09 * this.#of('mouthSmile', left) + 0.08 * this.#of('mouthStretch', left) + 0.05 * this.#of('mouthDimple', left)),
      middle[1] - 0.035 + 0.06 * open - 0.2 * this.#of('mouthSmile', left) + 0.18 * this.#of('mouthFrown', left),
    ];
    const ends = [corner(-1), corner(1)];
    // Corners that rise leave the middle of the lips below them, and above them if they fall. At rest they are a little higher.
    const bend = 0.05 + 0.1 * both('mouthSmile') - 0.17 * both('mouthFrown');
    const upper = bend - 0.07 * both('mouthUpperUp') - 0.07 * funnel - 0.03 * open;
    const lower = Math.max(upper, bend + 0.44 * open + 0.09 * funnel + 0.08 * both('mouthLowerDown') + 0.1 * jaw * this.#of('mouthClose'));
    const lip = 0.075 + 0.035 * pucker + 0.03 * funnel - 0.03 * both('mouthPress');
    const edge = height => this.#arch(...ends, height, 1);
    const inside = [...edge(upper), ...edge(lower).reverse()];

    const outside = [...edge(upper - lip), ...edge(lower + 1.25 * lip).reverse()];
    this.#shape(LIP, outside);
    this.#trace(outside);
    this.#context.closePath();
    [this.#context.strokeStyle, this.#context.lineWidth] = [LIP, 0.04];
    this.#context.stroke();
    this.#shape(INSIDE, inside);
    this.#context.save();
    this.#trace(inside);
    this.#context.clip();
    this.#shape(TONGUE, this.#disc(middle[0], middle[1] + lower - 0.02, 0.19, 0.13));
    this.#shape(TEETH, [...edge(upper - 0.05), ...edge(upper + 0.09).reverse()]);
    this.#context.restore();
    if (lower - upper < 0.05) this.#line(INSIDE, 0.03, edge((upper + lower) / 2));
  }

  // Points of the surface from one place to another, bent by `height` in the middle; a lower `power` is rounder at the ends.
  #arch([x0, y0], [x1, y1], height, power) {
    return Array.from({ length: 17 }, (_, i) => {
      const at = i / 16;
      return this.#space.surface(between(x0, x1, at), between(y0, y1, at) + height * (4 * at * (1 - at)) ** power);
    });
  }

  // Points of the surface around a place.
  #disc(x, y, radius, height = radius) {
    return Array.from({ length: 24 }, (_, i) => {
      const angle = i / 12 * Math.PI;
      return this.#space.surface(x + radius * Math.cos(angle), y + height * Math.sin(angle));
    });
  }

  #trace(points) {
    this.#context.beginPath();
    for (const [x, y] of points) this.#context.lineTo(x, y);
  }

  #shape(color, points) {
    this.#trace(points);
    this.#context.fillStyle = color;
    this.#context.fill();
  }

  #line(color, width, points) {
    this.#trace(points);
    [this.#context.strokeStyle, this.#context.lineWidth] = [color, width];
    this.#context.stroke();
  }

  #fill(color, ...outlines) {
    this.#context.fillStyle = color;
    for (const outline of outlines) {
      this.#context.beginPath();
      this.#context.ellipse(outline.x, outline.y, outline.radiusX, outline.radiusY, outline.rotation, 0, 2 * Math.PI);
      this.#context.fill();
    }
  }

  // Overlapping outlines as one solid of skin.
  #solid(outlines) {
    const rim = 0.03;
    this.#fill(OUTLINE, ...outlines.map(one => ({ ...one, radiusX: one.radiusX + rim, radiusY: one.radiusY + rim })));
    this.#fill(SKIN, ...outlines);
  }
}
