const FORMAT = 'qr_code';

/** Comes with a library that puts more around it than a door needs. */
const ZXING = '/webjars/html5-qrcode/2.2.1/third_party/zxing-js.umd.min.js';

/** In pixels: wide enough for a ticket across a table, and soon looked through. */
const WIDEST = 800;

/** Reads the QR code that a video shows, if it shows one: as the browser does or, where it cannot, with ZXing. */
export async function qrReader() {
  const formats = (await globalThis.BarcodeDetector?.getSupportedFormats()) ?? [];
  return formats.includes(FORMAT) ? withBrowser() : withZxing();
}

function withBrowser() {
  const detector = new BarcodeDetector({ formats: [FORMAT] });
  return async (video) => (await detector.detect(video))[0]?.rawValue;
}

async function withZxing() {
  await import(ZXING);
  const { BinaryBitmap, Exception, HTMLCanvasElementLuminanceSource, HybridBinarizer, QRCodeReader } = globalThis.ZXing;
  const reader = new QRCodeReader();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, WIDEST / video.videoWidth);
    canvas.width = video.videoWidth * scale;
    canvas.height = video.videoHeight * scale;
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const light = new HTMLCanvasElementLuminanceSource(canvas);
    try {
      return reader.decode(new BinaryBitmap(new HybridBinarizer(light))).getText();
    } catch (failure) {
      // no code, half a code, or what looks like one
      if (failure instanceof Exception) return undefined;
      throw failure;
    }
  };
}
