/** Every bound of the product in one place. Units stand last in the names. */

export const limits = {
  decimalPlaces: 4,
  decimalMagnitude: 1_000_000,
  idLength: 64,
  nameLength: 200,
  titleLength: 500,
  slotLength: 40,
  reasonLength: 1000,
  /** Acts of the announcement, and the letters of a slide's text and of a note to the host. */
  acts: 100,
  actTextLength: 600,
  overscanPercent: 5,
  /** Windows of the hall beside the projector's, and the letters of a name of theirs. */
  hallWindows: 4,
  hallWindowName: 40,
  noteLength: 2000,
  /** Of the pact of integrity. */
  pactLength: 4000,
  jurors: 60,
  contestants: 2000,
  /** Ballots that name one contestant. */
  ballots: 1_000_000,
  categories: 50,
  stages: 20,
  rubrics: 200,
  criteriaPerRubric: 100,
  descriptorsPerCriterion: 20,
  /** Scores of one file: as many contestants as there may be, with 15 jurors and 30 criteria, and room. */
  scores: 1_000_000,
  listLength: 200_000,
  /** Letters of where a juror works, with every opened sheet that was looked at. */
  placeLength: 100_000,
  /** Ids that the opening of a log lists. */
  knownIds: 1000,
  /** Entries that one fact names: locks of a contestant, values and locks set aside. */
  locksNamed: 1000,
  valuesSetAside: 6000,
  /** Problems of one file that are listed; the rest is counted. */
  problemsListed: 1000,
  /** The letterhead's logo: bytes of the picture, and pixels of its longer side. */
  logoBytes: 64 * 1024,
  logoPixels: 2000,
  /** Pictures for the hall: of the file that is chosen, and of what is kept of it (pixels of the longer side). */
  pictureFileBytes: 20 * 1024 * 1024,
  picturePixels: 60_000_000,
  hallPictureBytes: 600 * 1024,
  hallPictureSide: 1920,
  /** The background of certificates: the same, for paper; and the letters of their text. */
  backgroundBytes: 1200 * 1024,
  backgroundSide: 2480,
  certificateLetters: 2000,
  contestFileBytes: 128 * 1024 * 1024,
  spreadsheetBytes: 10 * 1024 * 1024,
  spreadsheetEntries: 500,
  spreadsheetEntryBytes: 48 * 1024 * 1024,
  spreadsheetInflatedBytes: 64 * 1024 * 1024,
  spreadsheetRows: 5000,
  spreadsheetColumns: 200,
  spreadsheetTimeoutMs: 30_000,
  payloadBytes: 256 * 1024,
  /** JSON text of one fact; its padded CBOR stays within `payloadBytes`. */
  factBytes: 240 * 1024,
  entryBytes: 300 * 1024,
  frameBytes: 4 * 1024 * 1024,
  batchBytes: 256 * 1024,
  batchEntries: 500,
  /** Entries that one signature vouches for, in all: what was taken in can be passed on in a frame. */
  sentBytes: 2 * 1024 * 1024,
  logsPerContest: 2000,
  /** Laptops that one fact gives the contest key, or earlier keys that it hides. */
  wrapsPerFact: 200,
  /** Of these, logs of other laptops: beyond it no further one is begun, so that there is room for the own. */
  receivedLogs: 1600,
  /** Logs of a connection that are refused before it is ended. */
  refusedLogs: 500,
  /** So many logs can be told with how far further laptops hold them, in a frame of bounded size. */
  logsWithCopies: 500,
  /** What one admitted laptop may fill: logs, of which some have their room kept, and entries and bytes by the contest's size. */
  logsPerDevice: 40,
  logsKeptPerDevice: 5,
  deviceEntries: 10_000,
  deviceEntriesPerCell: 40,
  deviceBytes: 4 * 1024 * 1024,
  deviceBytesPerCell: 8 * 1024,
  /** What one laptop may send at once, and in each second after that; beyond it the others come first. */
  burstBytes: 16 * 1024 * 1024,
  burstBytesPerSecond: 512 * 1024,
  entriesPerLog: 1_000_000,
  peers: 100,
  clockStepMs: 60_000,
  /** Two entries of one field with no longer pause between them are one typing. */
  typingMs: 10_000,
  idleSeatMs: 120_000,
  /** A second press so soon after the first belongs to the same gesture. */
  pressLockMs: 500,
  /** A frame, and all bytes of a connection, before the other side has proven who it is. */
  joinFrameBytes: 4096,
  unprovenBytes: 64 * 1024,
  /** Time for TLS and the proof; waiting for a person to admit the laptop comes after it. */
  joinTimeoutMs: 10_000,
  joinFailures: 3,
  joinDelayMs: 60_000,
  /** Failed attempts to join, from all addresses together, that one such span of time takes; further ones wait. */
  joinFailuresInPace: 12,
  joinPaceMs: 60_000,
  /** Failed attempts stay in sight so long. */
  guessingShownMs: 10 * 60_000,
  /** Laptops with the right code are let in by themselves for so long. */
  admitAllMs: 60 * 60_000,
  invitationSecretBytes: 16,
  /** Where a committee listens if it can, and where it answers who looks for contests. */
  committeePort: 47_470,
  discoveryPort: 47_471,
  connections: 200,
  unprovenConnections: 64,
  unprovenConnectionsPerAddress: 24,
  /** A stranger that has proven nothing for so long gives way to the next one. */
  strangerGraceMs: 2000,
  /** Bytes handed to a slow connection before sending pauses, and frames from it before reading pauses. */
  bufferedBytes: 1024 * 1024,
  inboxBytes: 8 * 1024 * 1024,
  /** Of one laptop's frames whose writers are not known as admitted yet, kept to be looked at again. */
  postponedBytes: 1024 * 1024,
  /** Entries that are kept in memory as they came, all logs together. */
  tailBytes: 32 * 1024 * 1024,
  /** Entries on their way to one laptop, not yet confirmed. */
  entriesInFlight: 2000,
  /** Entries that a frame usually brings (at most `batchEntries`): checked, stored and folded in under 10 ms. */
  frameEntries: 200,
  /** Frames with entries that one step sends at most, so that it stays under 10 ms. */
  framesPerStep: 2,
  /** Further laptops that carry a juror's log at once, where the contest does not say; all of them among so few laptops. */
  copies: 2,
  jurorsWithAllCopies: 5,
  /** After so long without anything new, logs go on to everybody else: so many laptops in each tick get a frame. */
  spreadQuietMs: 3000,
  spreadPerTick: 2,
  /** Ticks without an answer after which it is asked again; afterwards the wait doubles. */
  resendTicks: 3,
  tickMs: 1000,
  /** An open port that nobody has reached for so long: perhaps a firewall is in between. */
  unreachedMs: 60_000,
  /** A connection that is silent for so long is shown as not answering. */
  quietMs: 5000,
  /** One that is silent for so long, and for so many measured round trips, is dead. */
  silenceMs: 15_000,
  silenceRoundTrips: 8,
  reconnectMs: 10_000,
  /** How often a laptop looks whether its own addresses have changed. */
  addressLookMs: 2000,
  /** Laptops that bring the committee's own logs back, and how long one that is not admitted even then may stay. */
  recoveryConnections: 60,
  recoveryMs: 60_000,
} as const;
