/** What the session says to the learner about their save and about what it refuses. */
export const says = {
  storageMissing:
    'This browser does not let the page keep your work. It stays in memory: save it to a file before you leave.',
  storageStillMissing:
    'The browser still does not let the page keep your work. Save it to a file before you leave.',
  otherWorkOnDisk:
    'There is other work saved in this browser. Save this session to a file, then reload the page.',
  storageFull:
    'The browser has no room left for your work. It goes on in memory: save it to a file, or free some room and try again.',
  storageFailed:
    'Your last actions could not be saved. They are kept in memory: try again, or save them to a file.',
  storageWasCleared:
    'The storage of this page was cleared. Your work was still here and has been saved again.',
  otherTabWrites: 'This workspace is open in another tab. Here you can look; take over to work here.',
  takenOver: 'Another tab has taken over this workspace. What you see is what is saved.',
  takenOverUnsaved:
    'Another tab has taken over this workspace before your last action here was saved. That action is not part of it.',
  damaged:
    'Part of your saved work could not be read. Everything before it is here; you can download the rest as it was found.',
  allDamaged:
    'Your saved work could not be read. You begin with an empty account; you can download what was found.',
  newerVersion:
    'This work was saved by a newer version of the lab. It is left as it is. Reload the page to get the newer version.',
  migrated: 'Your work was carried over from an older version of the lab. The original is kept.',
  readOnly: 'This tab only shows the workspace. Take over to work here.',
  lineTooLong: 'A line may have at most 100,000 characters. Put long text into a file and bring that in.',
  lineRuns: 'A line is still running. Wait for it, or end it with Ctrl+C.',
  noShell: (why: string) => `The terminal could not be loaded${why === '' ? '' : ` (${why})`}. Try again.`,
  shellBroke: (why: string) =>
    `The shell broke (${why}). Keys and files are safe. Its variables are gone; try again.`,
  notKept: (path: string, why: string) => `${path} was not kept. ${why}`,
  moreNotes: (n: number) => `and ${n} more files were not kept`,
  tooManyFiles: 'The home folder takes at most 400 files with 16 MiB together.',
  credential:
    'That looks like a real AWS credential. It was not kept and not sent anywhere. Treat it as exposed: rotate it. Here, use the word lab instead.',
  keyGone: (key: string) => `${key} is deleted for good. What needs the key itself cannot be done any more.`,
  wayOut: 'Undo the move of the clock that ended it, or start the lab again. What you passed before stays.',
  nobodyToRing: 'There is nobody to ring up here.',
  nothingToAsk: (about: string) => `Nobody on the phone knows anything of ${about}.`,
  noSuchRole: (name: string) => `There is no role called ${name} in this account.`,
  noSuchRegion: (name: string) => `There is no Region called ${name} here.`,
  noSuchFile: (name: string) => `There is no file called ${name}.`,
  notText: (name: string) => `${name} holds bytes that are not text.`,
  badFileName: 'A file name has 1 to 100 characters, and no slash or control character.',
  fileTooLarge: 'A file may have at most 1,048,576 bytes (1 MiB).',
  uploadTooLarge: 'A wrapped blob has at most 6,144 bytes. This file is larger, so it was not read.',
  uploadTooLargeTitle: 'Too large to be a wrapped blob',
  textTooLong: 'That is too long to keep: at most 10,000 characters.',
  loadTooLarge: 'A saved workspace has at most 50 MB. This file is larger, so it was not read.',
  loadNotOurs: 'This is not a saved workspace of this lab.',
  loadCutShort: 'This file does not read as a whole. It was cut short, or it is not a saved workspace.',
  loadTooDeep: 'This file nests far deeper than a saved workspace. It was not read.',
  loadForbidden: 'This file uses a name that no saved workspace has. It was not read.',
  loadDamaged: 'This saved workspace is damaged: its record of actions does not fit together.',
  loadUnsound: (table: string) =>
    `This saved workspace holds a value that cannot be, among its ${table}. It was not opened.`,
  loadFuture:
    'This saved workspace holds work from a day that has not come yet. Check the clock of this computer, or of the one that saved it.',
  loadNoSuchVersion: 'This file says it is of a version that this lab never had. It was not opened.',
  loadNewer:
    'This workspace was saved by a newer version of the lab. Reload the page to get the newer version.',
  loadInflates: 'This file unpacks to far more than a saved workspace. It was not opened.',
} as const
