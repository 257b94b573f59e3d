// Pictures as everybody can show them: PNG, JPEG and GIF stay as they are; what the app can't read is drawn anew as PNG, and what is
// larger than a board needs is drawn smaller.

const AS_IT_IS = ['image/png', 'image/jpeg', 'image/gif'];
const MOST_PIXELS = 2_400; // on the longer side
const VECTOR_PIXELS = 1_600; // for a drawing that says no size
const HEIC = /^image\/hei[cf]|\.hei[cf]$/i;

/** @param {File | Blob} file @returns {Promise<Blob>} fails with a word's key */
export async function bearable(file) {
  const name = file instanceof File ? file.name : '';
  if (HEIC.test(file.type) || HEIC.test(name)) throw new Error('board.picture-heic');
  if (!file.type.startsWith('image/')) throw new Error('board.picture-kind');
  if (file.type === 'image/svg+xml') return drawnVector(file);
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Error('board.picture-kind');
  });
  const scale = Math.min(1, MOST_PIXELS / Math.max(bitmap.width, bitmap.height));
  if (scale === 1 && AS_IT_IS.includes(file.type)) {
    bitmap.close();
    return file;
  }
  const png = await drawn(bitmap, bitmap.width * scale, bitmap.height * scale, file.type === 'image/jpeg' ? 'image/jpeg' : 'image/png');
  bitmap.close();
  return png;
}

/** A drawing loads nothing and runs nothing when it is an image. @param {Blob} file */
async function drawnVector(file) {
  const image = new Image();
  const address = URL.createObjectURL(file.type === 'image/svg+xml' ? file : new Blob([file], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const [width, height] = [image.naturalWidth || VECTOR_PIXELS, image.naturalHeight || VECTOR_PIXELS];
    const scale = Math.min(VECTOR_PIXELS, MOST_PIXELS) / Math.max(width, height);
    return await drawn(image, width * scale, height * scale, 'image/png');
  } catch {
    throw new Error('board.picture-kind');
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** @param {CanvasImageSource} picture @param {number} width @param {number} height @param {string} type @returns {Promise<Blob>} */
export function drawn(picture, width, height, type = 'image/png') {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((take, fail) => canvas.toBlob((blob) => (blob ? take(blob) : fail(new Error('board.picture-failed'))), type, 0.92));
}
