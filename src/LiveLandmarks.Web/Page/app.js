// Connects camera, link and painter. A picture is kept until its landmarks arrive and is always drawn with its own landmarks.

import { Avatar } from './avatar.js';
import { Camera, unsupported, withoutCamera } from './camera.js';
import { onFile } from './file-choice.js';
import { Link } from './link.js';
import { Meters } from './meters.js';
import { Painter } from './painter.js';
import { Recording } from './recording.js';
import { showConnection, showFaces, showFigures, showMovements, showNotice, showState } from './readings.js';
import { Still } from './still.js';

const FIGURES_EVERY = 250;

const byId = id => document.getElementById(id);
const canvas = byId('picture');
const start = byId('start');
const mirror = byId('mirror');
const camera = new Camera();
const link = new Link();
const meters = new Meters();
const painter = new Painter(canvas);
const avatar = new Avatar(byId('avatar'));
const recording = new Recording({ canvas, button: byId('record'), state: byId('state'), files: byId('files') });
const kept = new Map();
let run = 0;
let still = null;
let lastFigures = 0;
let countdown = 0;
let notBefore = 0;
let mirrorsCamera = mirror.checked;

/** What was drawn last, for tests: the answer, the scale of the canvas, and the readings. */
export const state = { running: false, drawn: null, scale: 1, fps: null, latency: null };

const show = () => Object.fromEntries(['mirror', 'dots', 'edges', 'gaze'].map(name => [name, byId(name).checked]));

async function begin() {
  leave();
  const mine = run;
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
  leave();
  showConnection({ state: title ? 'bad' : 'off', text: 'Stopped' });
  showNotice(title ?? 'Stopped', text ?? 'Press Start to continue.');
}

// Ends what is running, the camera or a picture, and forgets its readings.
function leave() {
  run++;
  setRunning(false);
  clearInterval(countdown);
  link.close();
  camera.close();
  drop();
  if (still) {
    still.close();
    still = null;
    mirror.checked = mirrorsCamera;
  }
  meters.reset();
  showState('');
  showFigures({ fps: null, latency: null, count: null, size: null });
  showFaces([]);
  showAvatar([]);
}

function setRunning(running) {
  state.running = running;
  start.textContent = running ? 'Stop' : 'Start';
  start.setAttribute('aria-pressed', String(running));
  if (!running) recording.stop();
  recording.available = false;
}

// Is called for every picture of the camera; takes the picture if the server is free and enough time has passed.
function watch(mine) {
  camera.next(captured => {
    if (mine !== run) return;
    watch(mine);
    if (link.free && captured >= notBefore) take(camera, captured);
  });
}

// Sends the picture that the camera or a file has now.
async function take(source, captured) {
  // A camera's frames arrive unevenly, so a frame that is slightly early is accepted.
  notBefore = captured + 900 / link.greeting.maxFramesPerSecond;
  const ticket = link.reserve();
  try {
    const { bitmap, jpeg } = await source.grab(link.greeting);
    if (link.send(ticket, captured, jpeg)) kept.set(ticket.number, { bitmap, captured });
    else bitmap.close();
  } catch (error) {
    link.release(ticket);
    // Else the camera was closed while its picture was taken.
    if (source === still) end(error.title ?? 'The picture cannot be sent', error.message);
  }
}

function drop() {
  for (const { bitmap } of kept.values()) bitmap.close();
  kept.clear();
}

function draw(answer, line) {
  const frame = kept.get(answer.frame);
  if (!frame) return;
  kept.delete(answer.frame);
  if (still) {
    finish(frame.bitmap, answer);
    return;
  }
  paint(frame.bitmap, answer, link.greeting.groups);
  frame.bitmap.close();
  recording.available = true;
  recording.add(line);

  const now = performance.now();
  meters.add(now, frame.captured);
  if (now - lastFigures < FIGURES_EVERY) return;
  lastFigures = now;
  [state.fps, state.latency] = [meters.fps, meters.latency];
  showReadings(answer);
}

function paint(bitmap, answer, groups) {
  painter.fixed = recording.running;
  state.scale = painter.draw(bitmap, answer.faces, groups, show());
  state.drawn = answer;
  showNotice(null);
  showMovements(answer.faces);
  showAvatar(answer.faces);
}

function showReadings(answer) {
  const { fps, latency } = meters;
  showFigures({ fps, latency, count: answer.faces.length, size: `${answer.width} × ${answer.height}` });
  showFaces(answer.faces);
  canvas.setAttribute('aria-label', `${still ? 'Picture' : 'Camera picture'}, faces: ${answer.faces.length}`);
}

// Draws the head of the face with the lowest number.
function showAvatar(faces) {
  if (byId('avatar').hidden) return;
  avatar.draw(faces.reduce((lowest, one) => lowest === null || one.id < lowest.id ? one : lowest, null), mirror.checked);
}

// Shows a picture from a file. It is sent as soon as there is a connection.
async function open(file) {
  if (!still) mirrorsCamera = mirror.checked;
  leave();
  const mine = run;
  showNotice('Reading the picture');
  let read;
  try {
    read = await Still.read(file);
  } catch (error) {
    if (mine === run) end(error.title, error.message);
    return;
  }
  if (mine !== run) {
    read.close();
    return;
  }
  still = read;
  // Only a camera is expected to show a mirror image.
  mirror.checked = false;
  showNotice('Connecting');
  link.open();
}

function finish(bitmap, answer) {
  if (still.wantsMore(answer)) {
    bitmap.close();
    take(still, performance.now());
    return;
  }
  still.shown = { bitmap, answer, groups: link.greeting.groups };
  link.close();
  repaint();
  showReadings(answer);
  showConnection({ state: 'off', text: 'Picture' });
  showState(answer.faces.length > 0 ? '' : 'No face was found in the picture.');
}

// The camera's next picture shows what was changed; a picture from a file is drawn again.
function repaint() {
  if (still?.shown) paint(still.shown.bitmap, still.shown.answer, still.shown.groups);
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

link.addEventListener('faces', ({ detail }) => draw(detail.answer, detail.line));
link.addEventListener('lost', ({ detail }) => lost(detail));
link.addEventListener('state', ({ detail }) => {
  showConnection(detail);
  if (detail.state !== 'on') return;
  clearInterval(countdown);
  if (still) take(still, performance.now());
});
start.addEventListener('click', () => state.running ? end() : begin());
byId('movements').addEventListener('change', ({ target }) => byId('faces').classList.toggle('without-movements', !target.checked));
byId('show-avatar').addEventListener('change', ({ target }) => {
  byId('avatar').hidden = !target.checked;
  showAvatar(state.running || still ? state.drawn?.faces ?? [] : []);
});
for (const name of ['mirror', 'dots', 'edges', 'gaze']) byId(name).addEventListener('change', repaint);
// A hidden page gets no pictures from the camera, and should not use it.
document.addEventListener('visibilitychange', () => {
  if (document.hidden && state.running) end('Stopped while the page was hidden', 'Press Start to continue.');
});

showAvatar([]);
const broken = unsupported();
if (!broken) {
  byId('choose').disabled = false;
  onFile({ button: byId('choose'), input: byId('file'), stage: canvas.parentElement }, open);
}
const obstacle = broken ?? withoutCamera();
if (obstacle) {
  start.disabled = true;
  showNotice(obstacle.title, obstacle.message);
}
