// Shows the figures beside the picture. Values that the server does not send are omitted.

import { element } from './elements.js';
import { MovementBars } from './movements.js';

const byId = id => document.getElementById(id);
const degrees = value => `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(0)}°`;

/** Rows of a face's card, for the fields that the server sent. */
function rowsOf(face) {
  const rows = [['Score', face.score.toFixed(2)]];
  if (face.pose) {
    rows.push(['Yaw', degrees(face.pose.yaw)], ['Pitch', degrees(face.pose.pitch)], ['Roll', degrees(face.pose.roll)]);
  }
  if (face.rightEye) rows.push(['Right eye', eye(face.rightEye)]);
  if (face.leftEye) rows.push(['Left eye', eye(face.leftEye)]);
  if (face.leftEye || face.rightEye) rows.push(['Blinks', String(Math.max(face.leftEye?.blinks ?? 0, face.rightEye?.blinks ?? 0))]);
  if (face.mouth && Number.isFinite(face.mouth.openness)) rows.push(['Mouth', `${percent(face.mouth.openness)} open`]);
  return rows;
}

function eye(reading) {
  if (reading.state === 'closed') return 'closed';
  return Number.isFinite(reading.openness) ? `${percent(reading.openness)} open` : 'not visible';
}

const percent = share => `${Math.round(Math.min(1, Math.max(0, share)) * 100)} %`;

/** What is shown of one face. It stays while the face does, so that its bars keep their places. */
class Card {
  #values = element('dl');
  #bars = new MovementBars();

  item;

  constructor(id) {
    this.item = element('li', element('h2', `Face ${id}`), this.#values, this.#bars.list);
  }

  show(face) {
    this.#values.replaceChildren(...rowsOf(face).map(([name, value]) => element('div', element('dt', name), element('dd', value))));
  }

  move(face) {
    this.#bars.update(face.blendshapes);
  }
}

const cards = new Map();

export function showFigures({ fps, latency, count, size }) {
  byId('fps').textContent = fps === null ? '–' : fps.toFixed(1);
  byId('latency').textContent = latency === null ? '–' : `${latency.toFixed(0)} ms`;
  byId('count').textContent = count === null ? '–' : String(count);
  byId('size').textContent = size ?? '–';
}

/** Shows the values of all faces, and their movements. */
export function showFaces(faces) {
  for (const id of [...cards.keys()]) {
    if (!faces.some(face => face.id === id)) cards.delete(id);
  }
  for (const { id } of faces) {
    if (!cards.has(id)) cards.set(id, new Card(id));
  }
  const items = faces.map(face => cards.get(face.id).item);
  const list = byId('faces');
  if (items.length !== list.children.length || items.some((item, i) => item !== list.children[i])) list.replaceChildren(...items);
  for (const face of faces) cards.get(face.id).show(face);
  showMovements(faces);
}

/** Shows only the movements of the faces that have a card; cheap enough for every picture. */
export function showMovements(faces) {
  for (const face of faces) cards.get(face.id)?.move(face);
}

export function showConnection({ state, text }) {
  byId('connection').dataset.state = state;
  byId('connection').textContent = text;
}

/** Shows a message over the picture; null hides it. */
export function showNotice(title, text = '') {
  if (title === null && byId('notice').hidden) return;
  byId('notice').hidden = !title;
  byId('notice-title').textContent = title ?? '';
  byId('notice-text').textContent = text;
}

/** Says something below the picture; screen readers announce it. */
export function showState(text) {
  byId('state').textContent = text;
}
