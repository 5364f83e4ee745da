// Draws where eyes look, as lines from the pupils.

const COLOR = '#5aff6e';
const SHADE = 'rgb(0 0 0 / .55)';
// Length of a line across the picture, as a share of the face's size.
const LENGTH = 0.55;

const radians = degrees => degrees * Math.PI / 180;

/**
 * The direction of a gaze in a picture that is not mirrored: x to the right, y down, about 1 long at most. The gaze has the camera's axes;
 * the head's `pose` says how far aside it is, so that the line to the lens becomes a point wherever the face is.
 */
export function directionOf({ yaw, pitch }, pose) {
  const [x, y, z] = pose?.translation ?? [0, 0, 1];
  const near = Math.cos(radians(yaw)) * Math.cos(radians(pitch));
  return [
    Math.sin(radians(yaw)) * Math.cos(radians(pitch)) + near * x / z,
    -Math.sin(radians(pitch)) + near * y / z,
  ];
}

/** Draws the gaze of both eyes of a face, as far as it is known. `context` has the picture's coordinates. */
export function drawGaze(context, face) {
  const size = Math.max(face.box[2], face.box[3]);
  context.lineCap = 'round';
  for (const eye of [face.rightEye, face.leftEye]) {
    if (!eye?.gaze || !eye.pupil) continue;
    const [x, y] = eye.pupil;
    const [right, down] = directionOf(eye.gaze, face.pose);
    const tip = [x + right * LENGTH * size, y + down * LENGTH * size];
    for (const [color, width] of [[SHADE, size / 45], [COLOR, size / 75]]) {
      context.strokeStyle = context.fillStyle = color;
      context.lineWidth = Math.max(1.5, width);
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(...tip);
      context.stroke();
      // A dot shows the pupil even if the eye looks straight into the camera.
      context.beginPath();
      context.arc(x, y, Math.max(1.2, width * 0.8), 0, 2 * Math.PI);
      context.fill();
    }
  }
}
