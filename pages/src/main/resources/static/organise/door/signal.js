/** In hertz. */
const HIGH = 880;
const LOW = 220;

/** In seconds. */
const LASTS = 0.15;

/** Lets one hear and feel, without a look at the screen, whether somebody may come in. */
export function signal(good) {
  navigator.vibrate?.(good ? 100 : [200, 100, 200]);
  const context = new AudioContext();
  const tone = context.createOscillator();
  tone.frequency.value = good ? HIGH : LOW;
  tone.connect(context.destination);
  tone.onended = () => context.close();
  tone.start();
  tone.stop(context.currentTime + (good ? LASTS : 3 * LASTS));
}
