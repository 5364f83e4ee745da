// Shows the figures beside the picture. Values that the server does not send are omitted.

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

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

export function showFigures({ fps, latency, count, size }) {
  byId('fps').textContent = fps === null ? '–' : fps.toFixed(1);
  byId('latency').textContent = latency === null ? '–' : `${latency.toFixed(0)} ms`;
  byId('count').textContent = count === null ? '–' : String(count);
  byId('size').textContent = size ?? '–';
}

export function showFaces(faces) {
  byId('faces').replaceChildren(...faces.map(face => element(
    'li',
    element('h2', `Face ${face.id}`),
    element('dl', ...rowsOf(face).map(([name, value]) => element('div', element('dt', name), element('dd', value)))))));
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
