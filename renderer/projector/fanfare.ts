/**
 * The sound of a reveal (rule C12): three rising notes and a chord, made of sine and triangle waves by the window itself, so that no file and
 * nobody's recording is needed. The context is made while the place is named, so that the reveal does not wait for it.
 */
interface Note {
  /** Hertz, and seconds from the beginning. */
  readonly pitch: number;
  readonly at: number;
  readonly length: number;
}

/** C major: G4, C5, E5, then C5 with E5, G5 and C6. */
const melody: readonly Note[] = [
  { pitch: 392, at: 0, length: 0.22 },
  { pitch: 523.25, at: 0.16, length: 0.22 },
  { pitch: 659.25, at: 0.32, length: 0.26 },
  ...[523.25, 659.25, 783.99, 1046.5].map((pitch) => ({ pitch, at: 0.5, length: 1.6 })),
];
/** Of each note; the chord of four stays below full volume. */
const loudness = 0.18;

export function createFanfare(): { readonly prepare: () => void; readonly play: () => void } {
  let context: AudioContext | null = null;
  return { prepare, play };

  function prepare(): void {
    context ??= new AudioContext();
    if (context.state === 'suspended') void context.resume();
  }

  function play(): void {
    prepare();
    if (context === null) return;
    const from = context.currentTime + 0.02;
    for (const note of melody) strike(context, note, from);
  }
}

function strike(context: AudioContext, { pitch, at, length }: Note, from: number): void {
  const volume = context.createGain();
  volume.connect(context.destination);
  const begin = from + at;
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(loudness, begin + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, begin + length);
  const wave = context.createOscillator();
  wave.type = 'triangle';
  wave.frequency.value = pitch;
  wave.connect(volume);
  wave.start(begin);
  wave.stop(begin + length);
}
