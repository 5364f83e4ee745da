// Connects camera, link and painter. A picture is kept until its landmarks arrive and is always drawn with its own landmarks.

import { Avatar } from './avatar.js';
import { Camera, unsupported } from './camera.js';
import { Link } from './link.js';
import { Meters } from './meters.js';
import { Painter } from './painter.js';
import { showConnection, showFaces, showFigures, showMovements, showNotice } from './readings.js';

const FIGURES_EVERY = 250;

const canvas = document.getElementById('picture');
const start = document.getElementById('start');
const avatarCanvas = document.getElementById('avatar');
const avatar = new Avatar(avatarCanvas);
const camera = new Camera();
const link = new Link();
const meters = new Meters();
const painter = new Painter(canvas);
const kept = new Map();
let run = 0;
let lastFigures = 0;
let countdown = 0;
let notBefore = 0;

/** What was drawn last, for tests: the answer, the scale of the canvas, and the readings. */
export const state = { running: false, drawn: null, scale: 1, fps: null, latency: null };

const show = () => Object.fromEntries(
  ['mirror', 'dots', 'edges', 'gaze', 'movements'].map(name => [name, document.getElementById(name).checked]));

async function begin() {
  const mine = ++run;
  setRunning(true);
  showNotice('Waiting for the camera', 'The browser may ask whether this page may use the camera.');
  try {
    await camera.open(() => end('The camera was disconnected', 'Plug it in again, then press Start.'));
  } catch (error) {
    if (mine === run) end(error.title ?? 'The camera cannot be opened', error.message);
    return;
  }
  if (mine !== run) {
    camera.close();
    return;
  }
  showNotice('Connecting');
  link.open();
  watch(mine);
}

function end(title, text) {
  run++;
  setRunning(false);
  clearInterval(countdown);
  link.close();
  camera.close();
  drop();
  showConnection({ state: title ? 'bad' : 'off', text: 'Stopped' });
  showNotice(title ?? 'Stopped', text ?? 'Press Start to continue.');
  showFigures({ fps: null, latency: null, count: null, size: null });
  showFaces([]);
  showAvatar([]);
}

// Draws the head of the face with the lowest number.
function showAvatar(faces) {
  if (avatarCanvas.hidden) return;
  const face = faces.reduce((lowest, one) => lowest === null || one.id < lowest.id ? one : lowest, null);
  avatar.draw(face, show().mirror);
}

function setRunning(running) {
  state.running = running;
  start.textContent = running ? 'Stop' : 'Start';
  start.setAttribute('aria-pressed', String(running));
}

// Is called for every picture of the camera; takes the picture if the server is free and enough time has passed.
function watch(mine) {
  camera.next(captured => {
    if (mine !== run) return;
    watch(mine);
    if (link.free && captured >= notBefore) take(captured);
  });
}

async function take(captured) {
  const { maxSide, maxFramesPerSecond } = link.greeting;
  // A camera's frames arrive unevenly, so a frame that is slightly early is accepted.
  notBefore = captured + 900 / maxFramesPerSecond;
  const ticket = link.reserve();
  try {
    const { bitmap, jpeg } = await camera.grab(maxSide);
    if (link.send(ticket, captured, jpeg)) kept.set(ticket.number, { bitmap, captured });
    else bitmap.close();
  } catch {
    // The camera was closed while its picture was taken.
    link.release(ticket);
  }
}

function drop() {
  for (const { bitmap } of kept.values()) bitmap.close();
  kept.clear();
}

function draw(answer) {
  const frame = kept.get(answer.frame);
  if (!frame) return;
  kept.delete(answer.frame);
  state.scale = painter.draw(frame.bitmap, answer.faces, link.greeting.groups, show());
  frame.bitmap.close();
  state.drawn = answer;
  showNotice(null);
  showMovements(answer.faces);
  showAvatar(answer.faces);

  const now = performance.now();
  meters.add(now, frame.captured);
  if (now - lastFigures < FIGURES_EVERY) return;
  lastFigures = now;
  [state.fps, state.latency] = [meters.fps, meters.latency];
  showFigures({ fps: meters.fps, latency: meters.latency, count: answer.faces.length, size: `${answer.width} × ${answer.height}` });
  showFaces(answer.faces);
  canvas.setAttribute('aria-label', `Camera picture, faces: ${answer.faces.length}`);
}

function lost({ title, text, wait }) {
  drop();
  meters.reset();
  clearInterval(countdown);
  const again = performance.now() + wait;
  const tell = () => {
    const seconds = Math.ceil((again - performance.now()) / 1000);
    showNotice(title, seconds > 0 ? `${text} Next try in ${seconds} s.` : `${text} Trying again …`);
  };
  tell();
  countdown = setInterval(tell, 500);
}

link.addEventListener('faces', ({ detail }) => draw(detail));
link.addEventListener('lost', ({ detail }) => lost(detail));
link.addEventListener('state', ({ detail }) => {
  showConnection(detail);
  if (detail.state === 'on') clearInterval(countdown);
});
start.addEventListener('click', () => state.running ? end() : begin());
document.getElementById('movements').addEventListener('change', ({ target }) =>
  document.getElementById('faces').classList.toggle('without-movements', !target.checked));
document.getElementById('show-avatar').addEventListener('change', ({ target }) => {
  avatarCanvas.hidden = !target.checked;
  showAvatar([]);
});
// A hidden page gets no pictures from the camera, and should not use it.
document.addEventListener('visibilitychange', () => {
  if (document.hidden && state.running) end('Stopped while the page was hidden', 'Press Start to continue.');
});

showAvatar([]);
const obstacle = unsupported();
if (obstacle) {
  start.disabled = true;
  showNotice(obstacle.title, obstacle.message);
}
