// The connection to the server: sends frames and receives faces. If it breaks, it is reopened after increasing waits.

const FIRST_WAIT = 500;
const LONGEST_WAIT = 10000;
const HEADER = 16;
// More frames would only wait at the server and become outdated.
const MOST_IN_FLIGHT = 1;
const FULL = 4503;
const GOING_AWAY = 1001;
const ABNORMAL = 1006;

export class Link extends EventTarget {
  #socket = null;
  #timer = 0;
  #wait = FIRST_WAIT;
  #inFlight = 0;
  #number = 0;

  /** The server's greeting: scheme, groups of landmarks, limits. Null while there is no connection. */
  greeting = null;

  get free() {
    return this.greeting !== null && this.#inFlight < MOST_IN_FLIGHT;
  }

  open() {
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/landmarks`);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = message => this.#receive(socket, message);
    socket.onclose = event => this.#closed(socket, event);
    this.#socket = socket;
    this.#emit('state', { state: 'wait', text: 'Connecting' });
  }

  close() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#forget();
    socket?.close(1000);
  }

  /** Reserves the next frame number and one of the places in flight. */
  reserve() {
    this.#inFlight++;
    return { number: ++this.#number, socket: this.#socket };
  }

  /** Frees a place whose frame will not be sent. */
  release(ticket) {
    if (ticket.socket === this.#socket) this.#inFlight--;
  }

  /** Sends a frame. Returns false if the connection that it was meant for is gone. */
  send(ticket, captured, jpeg) {
    if (ticket.socket !== this.#socket || this.#socket.readyState !== WebSocket.OPEN) return false;
    const message = new Uint8Array(HEADER + jpeg.byteLength);
    const header = new DataView(message.buffer);
    message.set([0x4c, 0x4c, 0x46, 0x31]);
    header.setUint32(4, ticket.number, true);
    header.setFloat64(8, captured, true);
    message.set(new Uint8Array(jpeg), HEADER);
    this.#socket.send(message);
    return true;
  }

  #receive(socket, message) {
    if (socket !== this.#socket) return;
    const data = JSON.parse(message.data);
    if (data.frame === undefined) {
      this.greeting = data;
      this.#wait = FIRST_WAIT;
      this.#emit('state', { state: 'on', text: 'Connected' });
      return;
    }
    this.#inFlight--;
    this.#emit('faces', { answer: data, line: message.data });
  }

  async #closed(socket, event) {
    if (socket !== this.#socket) return;
    const reached = this.greeting !== null;
    this.#forget();
    const locked = !reached && event.code === ABNORMAL && await isLocked();
    if (this.#socket) return;
    this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2);
    const wait = this.#wait * (0.75 + Math.random() / 2);
    this.#emit('state', { state: 'bad', text: 'Not connected' });
    this.#emit('lost', { ...reason(event, locked), wait });
    this.#timer = setTimeout(() => this.open(), wait);
  }

  #forget() {
    this.#socket = null;
    this.greeting = null;
    this.#inFlight = 0;
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

// A script cannot see why a web socket was refused, but the status of the page's own address shows it.
async function isLocked() {
  try {
    return (await fetch('/', { method: 'HEAD' })).status === 401;
  } catch {
    return false;
  }
}

function reason(event, locked) {
  if (locked) return { title: 'The server requires its token', text: 'Open the link that the server printed at its last start.' };
  if (event.code === FULL) return { title: 'The server is full', text: 'It already serves the maximum number of visitors.' };
  if (event.code === GOING_AWAY || event.code === ABNORMAL || !event.reason) return { title: 'The server is gone', text: 'Check that livelandmarks serve is still running.' };
  return { title: 'The server closed the connection', text: event.reason };
}
