// The space of the avatar's head: x to the person's left (right in a picture that is not mirrored), y to the chin, z out of the face. The
// head is about 1 wide to each side.

const radians = degrees => degrees * Math.PI / 180;

export class HeadSpace {
  #rows;

  /** The angles are degrees, with the signs of the server's `pose`: positive to the person's left, up, and to the left shoulder. */
  constructor({ yaw, pitch, roll }) {
    const [sy, cy] = [Math.sin(radians(yaw)), Math.cos(radians(yaw))];
    const [sp, cp] = [Math.sin(radians(pitch)), Math.cos(radians(pitch))];
    const [sr, cr] = [Math.sin(radians(roll)), Math.cos(radians(roll))];
    // First the roll, then the pitch, then the yaw.
    this.#rows = [
      [cy * cr + sy * sp * sr, -cy * sr + sy * sp * cr, sy * cp],
      [cp * sr, cp * cr, -sp],
      [-sy * cr + cy * sp * sr, sy * sr + cy * sp * cr, cy * cp],
    ];
  }

  /** Turns a point with the head: x to the right, y down, z towards the viewer. */
  turn(x, y, z) {
    return this.#rows.map(([a, b, c]) => a * x + b * y + c * z);
  }

  /** Turns a point of the face's surface. */
  surface(x, y) {
    return this.turn(x, y, Math.sqrt(Math.max(0.03, 1 - x * x - ((y - 0.1) / 1.3) ** 2)));
  }

  /** The outline of a turned ellipsoid with this middle and these half axes: { x, y, z, radiusX, radiusY, rotation }. */
  ellipsoid(middle, axes) {
    const [x, y, z] = this.turn(...middle);
    const [xx, xy, yy] = [[0, 0], [0, 1], [1, 1]].map(([i, j]) =>
      axes.reduce((sum, axis, k) => sum + axis * axis * this.#rows[i][k] * this.#rows[j][k], 0));
    const spread = Math.hypot((xx - yy) / 2, xy);
    return {
      x, y, z,
      radiusX: Math.sqrt((xx + yy) / 2 + spread),
      radiusY: Math.sqrt(Math.max(1e-6, (xx + yy) / 2 - spread)),
      rotation: Math.atan2(2 * xy, xx - yy) / 2,
    };
  }
}
