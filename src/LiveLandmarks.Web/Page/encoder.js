// Makes the JPEGs that are sent to the server.

export class Encoder {
  #canvas = window.OffscreenCanvas ? new OffscreenCanvas(1, 1) : document.createElement('canvas');
  #context = this.#canvas.getContext('2d', { alpha: false });

  /**
   * Reduces a picture of this size so that it is at most `maxSide` pixels wide and high, and encodes it. Of the `qualities` (0 to 1, best
   * first) it takes the first that needs no more than `maxBytes`. Returns a bitmap to draw and the bytes of a JPEG to send; the JPEG is
   * null if all are too long.
   */
  async encode(source, size, maxSide, qualities, maxBytes = Infinity) {
    const scale = Math.min(1, maxSide / Math.max(size.width, size.height));
    const [width, height] = [size.width, size.height].map(side => Math.max(1, Math.round(side * scale)));
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      [this.#canvas.width, this.#canvas.height] = [width, height];
    }
    // Transparent parts become white.
    this.#context.fillStyle = '#ffffff';
    this.#context.fillRect(0, 0, width, height);
    this.#context.imageSmoothingQuality = 'high';
    this.#context.drawImage(source, 0, 0, width, height);
    const drawn = createImageBitmap(this.#canvas);
    let jpeg = null;
    for (const quality of qualities) {
      const blob = await this.#blob(quality);
      if (blob.size > maxBytes) continue;
      jpeg = await blob.arrayBuffer();
      break;
    }
    return { bitmap: await drawn, jpeg };
  }

  #blob(quality) {
    return this.#canvas.convertToBlob
      ? this.#canvas.convertToBlob({ type: 'image/jpeg', quality })
      : new Promise(resolve => this.#canvas.toBlob(resolve, 'image/jpeg', quality));
  }
}
